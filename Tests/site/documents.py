"""Reads the HTML pages of a site as far as the checks need it."""

import html.parser


class Page(html.parser.HTMLParser):
    """One page: its language, its links, its ids and the data in its scripts."""

    ADDRESSES = {"href", "src", "action", "poster", "data"}

    def __init__(self, path, site):
        super().__init__()
        self.path = path
        self.name = path.relative_to(site).as_posix()
        self.language = self.direction = ""
        self.links, self.ids, self.json_ld = [], [], []
        self.is_internal = self.is_redirect = False
        self._script = None
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag, attributes):
        values = {key: value or "" for key, value in attributes}
        if tag == "html":
            self.language, self.direction = values.get("lang", ""), values.get("dir", "ltr")
        if "id" in values:
            self.ids.append(values["id"])
        # An address in a picture is the name of a part of it, except for a part of another file.
        self.links += [value for key, value in values.items()
                       if key in self.ADDRESSES or key == "xlink:href"]
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.is_redirect = True
            self.links.append(values.get("content", "").partition("url=")[2])
        if tag == "meta" and values.get("name") == "robots" and "noindex" in values["content"]:
            self.is_internal = True
        if tag == "script" and values.get("type") == "application/ld+json":
            self._script = ""

    handle_startendtag = handle_starttag

    def handle_data(self, data):
        if self._script is not None:
            self._script += data

    def handle_endtag(self, tag):
        if tag == "script" and self._script is not None:
            self.json_ld.append(self._script)
            self._script = None


def pages(site):
    """All pages of a site, in a fixed order."""
    return [Page(path, site) for path in sorted(site.rglob("*.html"))]
