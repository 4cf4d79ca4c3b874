#include <algorithm>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>

#include "base/interruption.h"
#include "base/memory_end.h"
#include "command/command_line.h"
#include "command/program_home.h"
#include "command/spoken_language.h"

namespace {

using yokoten::Language;

// Said where nothing can be made up any more.
std::string without_memory(const std::string& subject, Language language) {
  const yokoten::Message message{
      "メモリーが足りません。ここで終わります。書きかけのものは公開されません",
      "no memory is left, so this ends here; nothing half-written stands anywhere"};
  return subject + ": error memory.out " + (language == Language::ja ? message.ja : message.en) +
         '\n';
}

// What did not reach its reader was not said.
int flushed(int result) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return result;
  std::cerr << "yokoten: can't write to standard output\n";
  return yokoten::failed;
}

int run(const yokoten::CommandLine& line, const yokoten::Surroundings& surroundings) {
  if (*line.new_verb) return flushed(yokoten::new_command(surroundings, line.begun));
  if (*line.pull_verb) return flushed(yokoten::pull_command(surroundings, line.pull));
  if (*line.check_verb) return flushed(yokoten::check_command(surroundings, line.check));
  if (*line.build_verb) return flushed(yokoten::build_command(surroundings, line.build));
  if (*line.diff_verb) return flushed(yokoten::diff_command(surroundings, line.diff));
  if (*line.publish_verb) return flushed(yokoten::publish_command(surroundings, line.publish));
  if (*line.serve_verb) return yokoten::serve_command(surroundings, line.serve);
  if (*line.explain_verb) return flushed(yokoten::explain_command(surroundings, line.explain));
  if (*line.table_verb) return flushed(yokoten::table_command(surroundings, line.table));
  return flushed(yokoten::chart_command(surroundings, line.chart));
}

}  // namespace

int main(int argc, char** argv) {
  yokoten::end_without_memory(
      "yokoten: error memory.out no memory is left, not even for the words of the command\n");
  const Language language = yokoten::spoken_language({argv + std::min(argc, 1), argv + argc});
  yokoten::CommandLine line(language);
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    const int code = line.app.exit(problem, std::cout, std::cerr);
    return code == 0 ? yokoten::fine : yokoten::wrong_usage;
  }
  if (line.app.get_subcommands().empty()) {
    std::cerr << line.app.help();
    return yokoten::wrong_usage;
  }
  const yokoten::Surroundings surroundings{yokoten::program_home(), language, line.quiet};
  yokoten::await_signals();
  const std::string no_memory = without_memory(line.subject(), language);
  yokoten::end_without_memory(no_memory);
  try {
    return run(line, surroundings);
  } catch (const std::bad_alloc&) {
    std::cerr << no_memory;
    return yokoten::failed;
  } catch (const std::exception& problem) {
    std::cerr << "yokoten: " << problem.what() << '\n';
    return yokoten::failed;
  }
}
