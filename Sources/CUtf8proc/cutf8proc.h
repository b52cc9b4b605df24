#ifndef DAFTAR_CUTF8PROC_H
#define DAFTAR_CUTF8PROC_H

#include <utf8proc.h>

#endif
