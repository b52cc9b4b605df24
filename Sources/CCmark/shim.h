#pragma once
#include <cmark.h>
#include <stdlib.h>

/// Frees a text that cmark_render_html returned: libcmark takes it from malloc.
static inline void ccmark_free_text(char *text) { free(text); }
