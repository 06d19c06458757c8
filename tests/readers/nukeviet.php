<?php
// What NukeViet's RSS block shows, by its rule: SimpleXML, where one bad byte empties the block;
// of Atom the first link, the content and the time of the last change. It knows no ids.

function show(SimpleXMLElement $item, string $link, string $summary, string $date): array
{
    return [
        'id' => null,
        'title' => strip_tags((string) $item->title),
        'link' => strip_tags($link),
        'date' => gmdate('Y-m-d\TH:i:s\Z', strtotime($date)),
        'summary' => strip_tags($summary),
    ];
}

function read_feed(string $file): array
{
    $feed = simplexml_load_string(file_get_contents($file)) ?: new SimpleXMLElement('<none/>');
    $shown = [];
    foreach ($feed->channel->item ?? [] as $item) {
        $shown[] = show($item, $item->link, $item->description, $item->pubDate);
    }
    foreach ($feed->entry ?? [] as $item) {
        $shown[] = show($item, $item->link->attributes()['href'], $item->content, $item->updated);
    }
    return $shown;
}

echo json_encode(array_map('read_feed', array_slice($argv, 1)), JSON_THROW_ON_ERROR);
