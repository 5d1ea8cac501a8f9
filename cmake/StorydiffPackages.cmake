# Every library that storydiff uses, found once. All are Debian packages; scripts/setup lists them.

find_package(PkgConfig REQUIRED)
find_package(Boost 1.74 REQUIRED CONFIG COMPONENTS headers)
find_package(nlohmann_json 3.10 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(ICU 66 REQUIRED COMPONENTS uc data)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)

# dtl, Snowball and libmd ship neither a CMake nor (everywhere) a pkg-config file.
find_path(STORYDIFF_DTL_INCLUDE dtl/dtl.hpp REQUIRED)
find_path(STORYDIFF_STEMMER_INCLUDE libstemmer.h REQUIRED)
find_library(STORYDIFF_STEMMER_LIBRARY stemmer REQUIRED)
find_path(STORYDIFF_MD_INCLUDE sha2.h REQUIRED)
find_library(STORYDIFF_MD_LIBRARY md REQUIRED)
