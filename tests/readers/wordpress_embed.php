<?php
// What WordPress puts into a post for somebody who may not write HTML and pastes an address: its
// own discovery in the page, its own reading of the oEmbed document, its own filter of the HTML.
// Arguments: the address of the site, its folder, and the pasted address.
define('ABSPATH', dirname(__DIR__, 2) . '/.readers/wordpress/usr/share/wordpress/');
define('WPINC', 'wp-includes');
error_reporting(E_ERROR); // WordPress 6.1 is older than PHP 8.2 and is warned of much
foreach (['version', 'load', 'plugin', 'compat', 'formatting', 'functions', 'class-wp-list-util', 'class-wp-error', 'l10n',
    'kses', 'general-template', 'link-template', 'shortcodes', 'pluggable', 'http',
    'class-wp-http', 'embed', 'class-wp-oembed'] as $name) {
    require_once ABSPATH . "wp-includes/$name.php";
}

// As wp-includes/default-filters.php has it.
add_filter('oembed_dataparse', 'wp_filter_oembed_iframe_title_attribute', 5, 3);
add_filter('oembed_dataparse', 'wp_filter_oembed_result', 10, 3);

// In place of the database and the network.
foreach (['home', 'siteurl'] as $option) {
    add_filter("pre_option_$option", fn() => 'https://truong.example');
}
add_filter('pre_option_blog_charset', fn() => 'UTF-8');
[, $site, $folder, $pasted] = $argv;
add_filter('pre_http_request', function ($answer, $arguments, $url) use ($site, $folder) {
    $path = $folder . '/' . substr(strtok($url, '?'), strlen($site));
    $file = str_ends_with($path, '/') ? "{$path}index.html" : $path;
    $body = is_file($file) ? file_get_contents($file) : '';
    return ['body' => $body, 'response' => ['code' => $body ? 200 : 404], 'headers' => []];
}, 10, 3);

echo json_encode((new WP_oEmbed())->get_html($pasted, ['width' => 600]), JSON_THROW_ON_ERROR);
