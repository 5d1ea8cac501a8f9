# ICU, as its shared libraries or within a program.
#
# storydiff_icu: what to link. storydiff_bring_icu(TARGET) makes it ICU's archive for this program, so that a start does
# without two shared libraries, and gives it those of ICU's data that we ask for, 9 of 31 MB. STORYDIFF_ICU_DATA is the
# file of them; empty where the package has no archives or they can not be read, and then the program stays as it is.

set(STORYDIFF_ICU_DATA "")
find_library(STORYDIFF_ICU_ARCHIVE ${CMAKE_STATIC_LIBRARY_PREFIX}icuuc${CMAKE_STATIC_LIBRARY_SUFFIX})
find_library(STORYDIFF_ICU_DATA_ARCHIVE ${CMAKE_STATIC_LIBRARY_PREFIX}icudata${CMAKE_STATIC_LIBRARY_SUFFIX})
find_program(STORYDIFF_ICUPKG icupkg PATHS /usr/sbin)

# storydiff_icu_data(VARIABLE): encodings (*.cnv), where words and characters end (brkitr), what normalization that is
# needs (*.nrm), and what characters are (*.icu), out of ICU's archive. What is left out are languages' own data: names of
# countries and units, sorting, spelling out.
function(storydiff_icu_data variable)
  set(folder ${PROJECT_BINARY_DIR}/icu)
  execute_process(COMMAND ${CMAKE_AR} t ${STORYDIFF_ICU_DATA_ARCHIVE} OUTPUT_VARIABLE member RESULT_VARIABLE failed)
  if(failed OR NOT member MATCHES "^(icudt[0-9]+[lbe])_dat\\.(o|ao)\n$")
    return()
  endif()
  set(data ${CMAKE_MATCH_1}.dat) # icupkg wants the name that is written in the data
  set(ours ${folder}/ours/${data})
  set(${variable} ${ours} PARENT_SCOPE)
  if(NOT ${STORYDIFF_ICU_DATA_ARCHIVE} IS_NEWER_THAN ${ours}
     AND NOT ${CMAKE_CURRENT_FUNCTION_LIST_FILE} IS_NEWER_THAN ${ours})
    return()
  endif()
  file(MAKE_DIRECTORY ${folder}/all ${folder}/made ${folder}/ours)
  execute_process(COMMAND ${CMAKE_AR} p ${STORYDIFF_ICU_DATA_ARCHIVE} OUTPUT_FILE ${folder}/all.o RESULT_VARIABLE failed)
  if(NOT failed)
    execute_process(COMMAND ${CMAKE_OBJCOPY} -O binary -j .rodata ${folder}/all.o ${folder}/all/${data}
      RESULT_VARIABLE failed)
  endif()
  if(NOT failed)
    execute_process(COMMAND ${STORYDIFF_ICUPKG} -l ${folder}/all/${data} OUTPUT_VARIABLE items RESULT_VARIABLE failed
      ERROR_QUIET)
  endif()
  if(NOT failed)
    string(REPLACE "\n" ";" others "${items}")
    list(FILTER others EXCLUDE REGEX "^(brkitr/|[^/]*\\.(cnv|icu|nrm)$)")
    list(JOIN others "\n" others)
    file(WRITE ${folder}/others.txt "${others}")
    execute_process(COMMAND ${STORYDIFF_ICUPKG} -r ${folder}/others.txt ${folder}/all/${data} ${folder}/made/${data}
      RESULT_VARIABLE failed)
  endif()
  if(failed)
    file(REMOVE ${ours})
    set(${variable} "" PARENT_SCOPE)
  else()
    file(RENAME ${folder}/made/${data} ${ours})
  endif()
  file(REMOVE_RECURSE ${folder}/all.o ${folder}/all ${folder}/made)
endfunction()

if(NOT STORYDIFF_SANITIZERS)
  if(STORYDIFF_ICU_ARCHIVE AND STORYDIFF_ICU_DATA_ARCHIVE AND STORYDIFF_ICUPKG AND CMAKE_OBJCOPY)
    storydiff_icu_data(STORYDIFF_ICU_DATA)
  endif()
  if(NOT STORYDIFF_ICU_DATA)
    message(STATUS "No archives of ICU that could be read: its libraries will be loaded at each start")
  endif()
endif()

add_library(storydiff_icu INTERFACE)
set(within $<BOOL:$<TARGET_PROPERTY:STORYDIFF_ICU_WITHIN>>)
target_link_libraries(storydiff_icu INTERFACE
  $<IF:${within},${STORYDIFF_ICU_ARCHIVE},ICU::uc> $<$<NOT:${within}>:ICU::data>)

function(storydiff_bring_icu target)
  if(NOT STORYDIFF_ICU_DATA)
    return()
  endif()
  set(source ${PROJECT_SOURCE_DIR}/cli/icu_data.cpp)
  target_sources(${target} PRIVATE ${source})
  set_source_files_properties(${source} PROPERTIES
    COMPILE_DEFINITIONS STORYDIFF_ICU_DATA="${STORYDIFF_ICU_DATA}" OBJECT_DEPENDS ${STORYDIFF_ICU_DATA})
  set_target_properties(${target} PROPERTIES STORYDIFF_ICU_WITHIN TRUE)
endfunction()
