#ifndef DAFTAR_CYAML_H
#define DAFTAR_CYAML_H

#include <yaml.h>

#endif
