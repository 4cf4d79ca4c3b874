#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace yokoten {

/// A folder on the disk of the machine, for one test.
struct OwnFolder {
  std::string path = (std::filesystem::temp_directory_path() / "yokoten-tree-XXXXXX").string();

  OwnFolder() { REQUIRE(::mkdtemp(path.data()) != nullptr); }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  ~OwnFolder() { std::filesystem::remove_all(path); }
};

}  // namespace yokoten
