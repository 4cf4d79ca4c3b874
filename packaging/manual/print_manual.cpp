// Writes what is made from the options of the program: print_manual PAGE.in PAGE.ja.in FOLDER
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "command/command_line.h"
#include "command/version.h"
#include "described.h"

namespace {

void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error("can't write " + path.string());
}

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw std::runtime_error("can't read " + path.string());
  return text.str();
}

yokoten::manual::Command command_in(yokoten::Language language) {
  const yokoten::CommandLine line(language);
  return {language, yokoten::version(), yokoten::manual::described(line.app),
          yokoten::manual::described_verbs(line.app)};
}

}  // namespace

int main(int argc, char** argv) try {
  namespace manual = yokoten::manual;
  if (argc != 4) {
    std::cerr << "usage: print_manual PAGE.in PAGE.ja.in FOLDER\n";
    return 2;
  }
  const manual::Command command = command_in(yokoten::Language::en);
  const std::filesystem::path folder = argv[3];
  std::filesystem::create_directories(folder / "ja");
  write(folder / "yokoten.1", manual::manual_page(command, file_text(argv[1])));
  write(folder / "ja/yokoten.1",
        manual::manual_page(command_in(yokoten::Language::ja), file_text(argv[2])));
  write(folder / "yokoten.bash", manual::bash_completion(command));
  write(folder / "_yokoten", manual::zsh_completion(command));
  write(folder / "yokoten.fish", manual::fish_completion(command));
  return 0;
} catch (const std::exception& problem) {
  std::cerr << "print_manual: " << problem.what() << '\n';
  return 1;
}
