<?php
// What Joomla's feed module shows, by its rule: a link that PHP takes for an address, no markup.
// Of Atom the id, if it is such an address, else the alternate link; the summary, if there is one.

function clean(SimpleXMLElement $text): string
{
    return strip_tags((string) $text);
}

function show(SimpleXMLElement $item, string $id, string $link, string $summary, string $date): array
{
    return [
        'id' => $id,
        'title' => clean($item->title),
        'link' => filter_var($link, FILTER_VALIDATE_URL) ?: null,
        'date' => gmdate('Y-m-d\TH:i:s\Z', strtotime($date)),
        'summary' => $summary,
    ];
}

function choose_link(SimpleXMLElement $entry): string
{
    if (filter_var((string) $entry->id, FILTER_VALIDATE_URL)) {
        return (string) $entry->id;
    }
    foreach (['alternate', 'self', ''] as $relation) {
        foreach ($entry->link as $link) {
            if ((string) $link['rel'] === $relation) {
                return (string) $link['href'];
            }
        }
    }
    return (string) $entry->link['href'];
}

function read_feed(string $file): array
{
    $feed = simplexml_load_string(file_get_contents($file)) ?: new SimpleXMLElement('<none/>');
    $shown = [];
    foreach ($feed->channel->item ?? [] as $item) {
        $shown[] = show($item, $item->guid, $item->link, clean($item->description), $item->pubDate);
    }
    foreach ($feed->entry ?? [] as $item) {
        $summary = clean($item->summary) ?: clean($item->content);
        $shown[] = show($item, $item->id, choose_link($item), $summary, $item->updated);
    }
    return $shown;
}

echo json_encode(array_map('read_feed', array_slice($argv, 1)), JSON_THROW_ON_ERROR);
