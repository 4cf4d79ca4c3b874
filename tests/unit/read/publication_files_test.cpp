#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "read/publication.h"
#include "small_publication.h"

using namespace yokoten;

namespace {

const std::string kFolder = "data/small";

std::string& file_in(MemoryDisk& disk, const std::string& name) {
  return disk.tree[kFolder + '/' + name];
}

Publication read_well(MemoryDisk disk) {
  Findings findings;
  const auto publication = read_publication(disk, kFolder, findings);
  REQUIRE_MESSAGE(publication, lines(findings));
  CHECK(lines(findings) == "");
  return *publication;
}

}  // namespace

TEST_CASE("a file that nobody reads is a warning") {
  MemoryDisk disk = small_publication();
  file_in(disk, "indicators/rate.txt") = "";
  Findings findings;
  CHECK(read_publication(disk, kFolder, findings).has_value());
  CHECK(lines(findings) ==
        "data/small/indicators/rate.txt: warning publication.file this file is not read\n");
}

TEST_CASE("a translation into a language that the publication does not name is a warning") {
  MemoryDisk disk = small_publication();
  file_in(disk, "translations/fr.toml") = "";
  file_in(disk, "translations/README.md") = "";
  file_in(disk, "translations/.fr.toml.swp") = "";
  Findings findings;
  CHECK(read_publication(disk, kFolder, findings).has_value());
  CHECK(lines(findings) ==
        "data/small/translations/fr.toml: warning publication.file this translation is not of a "
        "language that `language` names; it is not read\n");
}

TEST_CASE("what editors and desktops leave in the folders is not read") {
  for (const char* name :
       {"pages/._index.md", "pages/.#index.md", "indicators/.DS_Store", "indicators/._rate.toml",
        "indicators/rate.toml~", "pages/#index.md#", "pages/.obsidian/x.md", ".DS_Store"}) {
    CAPTURE(name);
    MemoryDisk disk = small_publication();
    file_in(disk, name) = "\xff";
    CHECK(read_well(disk).pages.size() == 1);
  }
}

TEST_CASE("a name that is nearly one that is read is a warning") {
  for (const auto& [name, meant] : {std::pair{"correction.toml", "corrections.toml"},
                                    {"Corrections.toml", "corrections.toml"},
                                    {"contact.toml", "contacts.toml"},
                                    {"programs.toml", "programmes.toml"},
                                    {"page/neu.md", "pages"},
                                    {"indicatrs/x.toml", "indicators"},
                                    {"translation/en.toml", "translations"},
                                    {"Raw/a.csv", "raw"},
                                    {"raws/a.csv", "raw"}}) {
    MemoryDisk disk = small_publication();
    file_in(disk, name) = "";
    Findings findings;
    CHECK(read_publication(disk, kFolder, findings).has_value());
    const std::string top = std::string(name).substr(0, std::string(name).find('/'));
    CHECK(lines(findings) == kFolder + '/' + top + ": warning publication.file " + top +
                                 " is not read; if it is " + meant + ", give it that name\n");
  }
}

TEST_CASE("a name that is no UTF-8 is an error that says what it is as CP932") {
  for (const char* folder : {"pages/", "raw/"}) {
    MemoryDisk disk = small_publication();
    const std::string name = std::string(folder) + "\x97\x98\x97\x70.txt";
    file_in(disk, name) = "";
    Findings findings;
    CHECK_FALSE(read_publication(disk, kFolder, findings));
    CHECK(lines(findings) ==
          kFolder + '/' + folder +
              "\uFFFD\uFFFD\uFFFDp.txt: error publication.name the file's name is "
              "not UTF-8 (as CP932 it is 利用.txt); rename it\n");
  }
}

TEST_CASE("a file given for the folder of a publication is told to be one") {
  MemoryDisk disk = small_publication();
  Findings findings;
  CHECK_FALSE(read_publication(disk, kFolder + "/publication.toml", findings));
  CHECK(lines(findings) == kFolder +
                               "/publication.toml: error publication.missing this is a file; "
                               "name its folder\n");
}

TEST_CASE("names that are like none of those that are read are nobody's business") {
  MemoryDisk disk = small_publication();
  for (const char* name : {"notes.txt", "row/a.csv", "books/a", "data.toml", "README.md",
                           "2024.csv", "small.xlsx", "site/index.html", "docs/a.md"})
    file_in(disk, name) = "";
  read_well(disk);
}

TEST_CASE("the lock of an editor is no link that may lead elsewhere") {
  namespace fs = std::filesystem;
  std::string made = (fs::temp_directory_path() / "yokoten-read-XXXXXX").string();
  REQUIRE(::mkdtemp(made.data()) != nullptr);
  RealDisk disk;
  for (const auto& [path, bytes] : small_publication().tree) disk.write(made + '/' + path, bytes);
  const std::string lock = made + '/' + kFolder + "/pages/.#index.md";
  fs::create_symlink("somebody@somewhere.1234", lock);
  Findings findings;
  CHECK(read_publication(disk, made + '/' + kFolder, findings).has_value());
  CHECK(lines(findings) == "");
  fs::remove(lock);
  fs::create_symlink("index.md", lock);
  CHECK_FALSE(read_publication(disk, made + '/' + kFolder, findings));
  fs::remove_all(made);
}

TEST_CASE("a raw file that is a link is refused as it may lead elsewhere") {
  namespace fs = std::filesystem;
  std::string made = (fs::temp_directory_path() / "yokoten-read-XXXXXX").string();
  REQUIRE(::mkdtemp(made.data()) != nullptr);
  RealDisk disk;
  for (const auto& [path, bytes] : small_publication().tree) disk.write(made + '/' + path, bytes);
  const std::string raw = made + '/' + kFolder + "/raw/a.csv";
  fs::rename(raw, made + "/elsewhere.csv");
  fs::create_symlink(made + "/elsewhere.csv", raw);
  Findings findings;
  CHECK_FALSE(read_publication(disk, made + '/' + kFolder, findings));
  CHECK(lines(findings) == made +
                               "/data/small/sources.toml:1:1: error source.missing raw/a.csv is a "
                               "link; put the file itself there\n");
  fs::remove_all(made);
}
