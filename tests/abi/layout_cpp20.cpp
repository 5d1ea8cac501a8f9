// The header stands alone in C++20: nothing is included before it.
#include <storydiff_plugin.h>

// Then what 1.0 froze of it.
#include "layout.h"
#include "types.hpp"
