# Every library that storydiff uses, found once. All are Debian packages; scripts/setup lists them.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED CONFIG COMPONENTS headers)
find_package(nlohmann_json 3.10 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(ICU 66 REQUIRED COMPONENTS uc data)
include(StorydiffIcu)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
if(NOT STORYDIFF_SANITIZERS) # which bring their own
  pkg_check_modules(JEMALLOC REQUIRED IMPORTED_TARGET jemalloc)
endif()

if(STORYDIFF_BUILD_TESTS)
  pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo) # what our own tree of a page is tested against
endif()

# dtl and Snowball ship neither a CMake nor (everywhere) a pkg-config file.
find_path(STORYDIFF_DTL_INCLUDE dtl/dtl.hpp REQUIRED)
find_path(STORYDIFF_STEMMER_INCLUDE libstemmer.h REQUIRED)
find_library(STORYDIFF_STEMMER_LIBRARY stemmer REQUIRED)
find_path(STORYDIFF_NETTLE_INCLUDE nettle/sha2.h REQUIRED)
find_library(STORYDIFF_NETTLE_LIBRARY nettle REQUIRED)

# storydiff_prefer_archive(VARIABLE NAME OTHERWISE): libNAME.a, where the package ships it, else OTHERWISE. Each shared
# library costs a start of the program half a millisecond. Archives hold code for programs, not for shared libraries.
function(storydiff_prefer_archive variable name otherwise)
  set(found ${otherwise})
  if(NOT BUILD_SHARED_LIBS)
    find_library(${variable}_ARCHIVE ${CMAKE_STATIC_LIBRARY_PREFIX}${name}${CMAKE_STATIC_LIBRARY_SUFFIX})
    if(${variable}_ARCHIVE)
      set(found ${${variable}_ARCHIVE})
    endif()
  endif()
  set(${variable} ${found} PARENT_SCOPE)
endfunction()
storydiff_prefer_archive(STORYDIFF_STEMMER stemmer stemmer)
storydiff_prefer_archive(STORYDIFF_NETTLE nettle nettle)
storydiff_prefer_archive(STORYDIFF_PUGIXML pugixml PkgConfig::PUGIXML)

# WordNet (wordnet-base) is data, compiled into the lexicon; without it the rung synonym is off.
find_path(STORYDIFF_WORDNET_DIR data.noun PATHS /usr/share/wordnet NO_DEFAULT_PATH)
if(NOT STORYDIFF_WORDNET_DIR)
  message(STATUS "No WordNet (package wordnet-base): no lexicon, the rung synonym will be off")
endif()
