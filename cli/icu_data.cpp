/// \file icu_data.cpp
/// The data of ICU (https://unicode-org.github.io/icu/userguide/icu_data/) that the program brings: what
/// `cmake/StorydiffIcu.cmake` took out of ICU's own. Nothing reads them before something asks for them.

#include <unicode/utypes.h>

#define STORYDIFF_QUOTED(name) #name
#define STORYDIFF_NAME(name) STORYDIFF_QUOTED(name)
#define STORYDIFF_ICU_NAME STORYDIFF_NAME(U_ICUDATA_ENTRY_POINT)

// ICU looks for its data under this name, and wants them at an address that 16 divides.
asm(".pushsection .rodata.icu, \"a\"\n"
    ".balign 16\n"
    ".globl " STORYDIFF_ICU_NAME
    "\n"
    ".hidden " STORYDIFF_ICU_NAME "\n" STORYDIFF_ICU_NAME
    ":\n"
    ".incbin \"" STORYDIFF_ICU_DATA
    "\"\n"
    ".popsection\n");
