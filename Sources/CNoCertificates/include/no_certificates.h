#ifndef DAFTAR_NO_CERTIFICATES_H
#define DAFTAR_NO_CERTIFICATES_H

/* Links this target's definitions into the program; does nothing. */
void daftar_no_certificates(void);

#endif
