/// A case file with another registration, made with the recipe that the format's documentation gives.
enum RewrittenCase {
  /// A Python program that rewrites the file that it is given; all ids are computed anew.
  static let script = #"""
    import hashlib
    import json
    import re
    import sys

    path = sys.argv[1]
    text = open(path, encoding="utf-8").read()
    head, block = text.rsplit("```events\n", 1)
    alphabet = "0123456789abcdefghjkmnpqrstvwxyz"


    def identify(line):
        number = int.from_bytes(hashlib.sha256(line.encode()).digest()[:10], "big")
        return "".join(alphabet[(number >> (75 - 5 * place)) & 31] for place in range(16))


    names, lines = {}, []
    for line in block.split("\n"):
        if not line.startswith("{"):
            continue
        old = json.loads(line)["id"]
        rest = "{" + line.split(",", 1)[1]
        if '"do":"register"' in line:
            rest = re.sub(r'"at":"(....-..-..T..:..):..Z"', r'"at":"\1:07Z"', rest)
        for before, after in names.items():
            rest = rest.replace(before, after)
        names[old] = identify(rest)
        lines.append('{"id":"%s",%s' % (names[old], rest[1:]))
    for before, after in names.items():
        head = head.replace(before, after)
    open(path, "w", encoding="utf-8").write(head + "```events\n" + "\n".join(lines) + "\n```\n")

    """#
}
