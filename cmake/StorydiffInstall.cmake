# What `cmake --install` lays down beside the program and the plugins: the library, its headers, the
# plugin SDK, the CMake package, and the documentation.

include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/storydiff)

install(TARGETS storydiff storydiff_sdk EXPORT storydiffTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY core/include/storydiff DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(DIRECTORY core/sdk/storydiff DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(FILES core/abi/storydiff_plugin.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

install(EXPORT storydiffTargets NAMESPACE storydiff:: DESTINATION ${package_folder})
configure_package_config_file(cmake/storydiffConfig.cmake.in ${PROJECT_BINARY_DIR}/storydiffConfig.cmake
  INSTALL_DESTINATION ${package_folder} PATH_VARS CMAKE_INSTALL_BINDIR)
# Before 1.0 a minor version may break what came before it.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/storydiffConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/storydiffConfig.cmake
  ${PROJECT_BINARY_DIR}/storydiffConfigVersion.cmake
  DESTINATION ${package_folder})

include(StorydiffDocs)
