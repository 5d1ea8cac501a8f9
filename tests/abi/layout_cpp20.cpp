// The header stands alone in C++20: nothing is included before it.
#include <storydiff_plugin.h>

#include "layout.h"

// In C++ the functions promise not to throw.
static_assert(noexcept(storydiff_descriptor{}.destroy(nullptr)), "function types must be noexcept");
