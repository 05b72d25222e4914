"""What a page declares of itself: title, outlet, date of publication, language, bylines.

Only what is declared (meta, JSON-LD, `time`), never a guess from dates that happen to stand on the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_SPACES = re.compile(r"\s+")
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?")
_SITE_SUFFIX = re.compile(r"\s+[|\-–—·•»:]\s+[^|–—·•»]{2,40}$")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publishdate",
    "publish-date", "publish_date", "pubdate", "publication_date", "article.published", "dc.date.issued",
    "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "article:post_date", "date",
)  # fmt: skip
_BYLINE_CLASS = re.compile(
    r"\b(?:by-?line|author-?name|article-?author|dateline|publish(?:ed)?-?date|post-?date)\b", re.I
)
_MOST_BYLINES = 3
_LONGEST_BYLINE = 120
_JSON_LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class Meta:
    """What the page says of itself; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    bylines: tuple[str, ...] = ()

    @property
    def shown(self) -> frozenset[str]:
        """Title and bylines: what an article may say again above its first paragraph."""
        return frozenset((*self.bylines, self.title or ""))


def read_meta(tree: HtmlElement) -> Meta:
    """The declared fields of a parsed page."""
    tags = _meta_tags(tree)
    article, site = _linked_data(tree)
    published = [tags.get(name) for name in _PUBLISHED[:2]] + [article.get("datePublished")]
    published += [tags.get(name) for name in _PUBLISHED[2:]] + _times(tree)
    title = _title(tree, tags, article)
    return Meta(
        title=title,
        outlet=_clean(tags.get("og:site_name")) or _clean(_name_of(article.get("publisher"))) or _clean(site),
        published=next((iso for value in published if (iso := iso_date(value))), None),
        language=_language(tree, tags),
        bylines=_bylines(tree, title),
    )


def iso_date(value: object) -> str | None:
    """A declared date in one form of ISO 8601; None for anything else.

    >>> iso_date("2024-05-06 10:00:00.000 +0700"), iso_date("yesterday")
    ('2024-05-06T10:00:00+07:00', None)
    """
    match = _ISO.match(value.strip()) if isinstance(value, str) else None
    if match is None or not ("1900" < match[1] < "2200" and "01" <= match[2] <= "12" and "01" <= match[3] <= "31"):
        return None
    day = f"{match[1]}-{match[2]}-{match[3]}"
    if not match[4]:
        return day
    zone = match[6] or ""
    zone = "+00:00" if zone == "Z" else zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{match[4]}{match[5] or ''}{zone}"


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name and content and name.lower() not in found:
                found[name.lower()] = content
    return found


def _linked_data(tree: HtmlElement) -> tuple[dict[str, Any], str | None]:
    """The article among the page's JSON-LD, and the name of its site."""
    article: dict[str, Any] = {}
    site: str | None = None
    for script in tree.iter("script"):
        if script.get("type", "").lower() != "application/ld+json" or len(script.text or "") > _JSON_LONGEST:
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kind = str(item.get("@type", ""))
            if not article and ("Article" in kind or "Posting" in kind or "Report" in kind):
                article = item
            elif site is None and kind == "WebSite" and isinstance(item.get("name"), str):
                site = item["name"]
    return article, site


def _items(data: object) -> Iterable[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (node for node in graph if isinstance(node, dict))


def _name_of(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _title(tree: HtmlElement, tags: dict[str, str], article: dict[str, Any]) -> str | None:
    """The heading that a reader sees; else what the page declares, without the site's name."""
    declared = _clean(_name_of(article.get("headline"))) or _clean(tags.get("og:title"))
    title = next((text for element in tree.iter("title") if (text := _text(element))), None)
    known = set((declared or title or "").lower().split())
    headings = [text for element in tree.iter("h1") if (text := _text(element)) and len(text) < 300]
    best = max(headings, key=lambda text: len(known & set(text.lower().split())), default=None)
    if best and len(known & set(best.lower().split())) >= 0.5 * min(len(known), len(best.split())) and known:
        return best
    return declared or (_SITE_SUFFIX.sub("", title) if title else None)


def _language(tree: HtmlElement, tags: dict[str, str]) -> str | None:
    for root in tree.iter("html"):
        language = str(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
        if language[:2].isalpha():
            return language[:2].lower()
    locale = tags.get("og:locale", "")
    return locale[:2].lower() if locale[:2].isalpha() else None


def _times(tree: HtmlElement) -> list[str | None]:
    times = [e for e in tree.iter("time", "span", "abbr") if e.get("datetime") or e.get("itemprop") == "datePublished"]
    marked = [e for e in times if "ubli" in (e.get("itemprop") or "") or e.get("pubdate") is not None]
    plain = [e for e in times if e.tag == "time"]
    return [e.get("datetime") or e.get("content") for e in (marked or plain[:1])]


def _bylines(tree: HtmlElement, title: str | None) -> tuple[str, ...]:
    """Short texts below the headline that are marked as author or date line."""
    found: list[str] = []
    for element in tree.iter("h1", "div", "span", "p", "a", "time", "address"):
        if element.tag == "h1":
            found = [] if _text(element) == title else found
            continue
        marked = element.tag == "time" or element.get("rel") == "author" or element.get("itemprop") == "author"
        if len(found) == _MOST_BYLINES or not (marked or _BYLINE_CLASS.search(element.get("class") or "")):
            continue
        text = _text(element)
        if text and len(text) <= _LONGEST_BYLINE and not text.endswith(" ago") and not _said(text, found):
            found.append(text)
    return tuple(found)


def _said(text: str, found: list[str]) -> bool:
    return any(text in known for known in found)


def _text(element: HtmlElement) -> str | None:
    return _clean("".join(element.itertext()))


def _clean(text: str | None) -> str | None:
    words = _SPACES.sub(" ", text or "").strip()
    return words or None
