// syncfs(2), which the C library shows only to programs that ask for GNU's additions, as Swift does not.

#ifndef DAFTAR_CSYNCFILESYSTEM_H
#define DAFTAR_CSYNCFILESYSTEM_H

extern int syncfs(int file);

#endif
