"""Questions to a page, in the browser's language; each answers with a list of what is wrong."""

# Where the first and the last period of a chart stand; this one answers for all charts.
PERIODS = """() => [...document.querySelectorAll('svg.chart')].flatMap(svg => {
  const first = svg.querySelector('.first-period'), last = svg.querySelector('.last-period');
  return first && last ? [[first.getBoundingClientRect().x, last.getBoundingClientRect().x]] : [];
})"""

# Words of a chart that leave its figure, or that lie on each other. The box of a word holds its halo,
# which may stand out.
CUT = """() => [...document.querySelectorAll('figure svg.chart')].flatMap(svg => {
  const box = svg.closest('figure').getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(text => {
    const b = text.getBoundingClientRect();
    return b.width && (b.left < box.left - 3 || b.right > box.right + 3
      || b.bottom > box.bottom + 3 || b.top < box.top - 3);
  }).map(text => text.textContent);
})"""

OVERLAPS = """() => [...document.querySelectorAll('svg.chart')].flatMap(svg => {
  const texts = [...svg.querySelectorAll('text')].map(t => [t, t.getBoundingClientRect()]);
  const hits = [];
  texts.forEach(([t, a], i) => texts.slice(i + 1).forEach(([u, b]) => {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (across > 1 && down > Math.min(a.height, b.height) * 0.5)
      hits.push(t.textContent + ' / ' + u.textContent);
  }));
  return hits;
})"""

# Parts of whole bars whose colour no square of the key has; the square lies in a picture of its own.
UNNAMED = """() => [...document.querySelectorAll('figure svg.chart')].flatMap(svg => {
  const named = new Set([...svg.querySelectorAll('svg svg .part')].map(part => part.classList[1]));
  return [...svg.querySelectorAll('.part')].map(part => part.classList[1])
    .filter(style => !named.has(style));
})"""

# Parts of one key that look the same: the paint of each square, which forced colours replace.
ALIKE = """() => [...document.querySelectorAll('figure svg.chart')].flatMap(svg => {
  const paints = [...svg.querySelectorAll('svg svg :is(.part, .hidden)')]
    .map(part => getComputedStyle(part).fill);
  return paints.filter((paint, index) => paints.indexOf(paint) !== index);
})"""

BANNER = """() => {
  const box = document.querySelector('.draft')?.getBoundingClientRect();
  return box && box.height > 0 && box.width > 0 ? [] : ['not there'];
}"""

OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)"

# What stands in a closed part and takes no room, although paper cannot be clicked.
FOLDED = """() => [...document.querySelectorAll('details')].filter(part => {
  const content = [...part.children].filter(child => child.localName !== 'summary');
  return content.length && !content.some(child =>
    child.checkVisibility({contentVisibilityAuto: true}) &&
    child.getBoundingClientRect().height > 0);
}).map(part => part.querySelector('summary')?.textContent || 'details')"""
