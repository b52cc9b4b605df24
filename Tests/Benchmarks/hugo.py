"""A project for the site generator Hugo that counts the cases of a register on one page."""

CONFIGURATION = """\
baseURL = "/"
contentDir = "{cases}"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section"]
ignoreFiles = ["publication", "replies"]
[[cascade]]
[cascade._target]
kind = "page"
[cascade._build]
render = "never"
list = "always"
"""

TABLE = """\
<table>{{{{ range (.Site.RegularPages.GroupByParam "{name}") }}}}
<tr><td>{{{{ .Key }}}}</td><td>{{{{ len .Pages }}}}</td></tr>{{{{ end }}}}
</table>
"""


def write_project(folder, cases):
    """Writes it: the same files are read, and three tables of counts come out."""
    (folder / "layouts").mkdir(parents=True)
    (folder / "config.toml").write_text(CONFIGURATION.format(cases=cases))
    tables = "".join(TABLE.format(name=name) for name in ["category", "channel", "state"])
    (folder / "layouts/index.html").write_text("<!doctype html><title>Counts</title>\n" + tables)
