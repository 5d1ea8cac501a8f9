/* The header stands alone in C11: nothing is included before it. */
#include <storydiff_plugin.h>

#include "layout.h"

/* ISO C wants a translation unit to declare something. */
extern const storydiff_plugin_entry_t storydiff_plugin_entry;
