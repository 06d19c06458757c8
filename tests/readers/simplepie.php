<?php
// What WordPress's RSS block sees: SimplePie as WordPress ships it, titles as HTML.
define('HOME', dirname(__DIR__, 2) . '/.readers/wordpress/usr/share/wordpress/');
define('ABSPATH', HOME);
define('WPINC', 'wp-includes');
error_reporting(E_ERROR); // WordPress 6.1 is older than PHP 8.2 and is warned of much
require HOME . 'wp-includes/class-simplepie.php';

function read_feed(string $file): array
{
    $feed = new SimplePie();
    $feed->enable_cache(false);
    $feed->set_raw_data(file_get_contents($file));
    if (!$feed->init()) {
        throw new RuntimeException("$file: " . $feed->error());
    }
    return array_map(fn($item) => [
        'id' => $item->get_id(),
        'title' => $item->get_title(),
        'link' => $item->get_permalink(),
        'date' => $item->get_gmdate('Y-m-d\TH:i:s\Z'),
        'summary' => $item->get_description(),
    ], $feed->get_items());
}

echo json_encode(array_map('read_feed', array_slice($argv, 1)), JSON_THROW_ON_ERROR);
