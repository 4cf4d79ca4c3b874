# Read by cpack when it packs, so that a commit between configuring and packing counts. In Debian's order 0.2.0~dev.3
# comes before 0.2.0.
include(${CMAKE_CURRENT_LIST_DIR}/version.cmake)
version_of_tree(said ${CPACK_PACKAGE_VERSION})
string(REPLACE "-dev" "~dev" said ${said})
set(CPACK_PACKAGE_VERSION ${said})

if(CPACK_DEBIAN_PACKAGE_MAINTAINER MATCHES "\\.invalid>$")
  message(WARNING "nobody answers for this package: its Maintainer is ${CPACK_DEBIAN_PACKAGE_MAINTAINER}. Before you hand it on, set YOKOTEN_MAINTAINER to NAME <ADDRESS> (SECURITY.md)")
endif()
