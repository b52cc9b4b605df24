#include "no_certificates.h"

/*
 * Debian's libgit2 parses the whole certificate bundle each time it starts: 12 of the 13 ms that a
 * command needs to begin. This program never reaches a network through libgit2 (the git program
 * does), so the parser that libgit2 would call is replaced by one that reads nothing. Without
 * certificates libgit2 trusts no server at all: the failure, were there one, would be closed.
 *
 * The dynamic linker prefers the program's own definition. With a libgit2 built on another TLS
 * library nobody calls it, and it changes nothing.
 */
int mbedtls_x509_crt_parse_file(void *chain, const char *path) {
  (void)chain;
  (void)path;
  return 0;
}

void daftar_no_certificates(void) {}
