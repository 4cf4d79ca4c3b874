#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <system_error>

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

// In the system's or a library's words, but for what somebody can do something about.
std::string cause_of(const std::exception& problem, Language language) {
  const auto* refused = dynamic_cast<const std::system_error*>(&problem);
  if (refused == nullptr || refused->code() != std::errc::resource_unavailable_try_again)
    return problem.what();
  return language == Language::ja
             ? "スレッドを作れません。アカウントかコンテナの上限（ulimit -u）を上げてください"
             : "no thread can be made; raise the limit of the account or the container (ulimit -u)";
}

// What did not reach its reader was not said.
int unsaid(Language language) {
  std::cerr << (language == Language::ja ? "yokoten: 標準出力に書けません\n"
                                         : "yokoten: can't write to standard output\n");
  return yokoten::failed;
}

int flushed(int result, Language language) {
  const bool said = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  return said ? result : unsaid(language);
}

// A file that is opened while a standard stream is closed would become that stream. What goes to
// standard error is lost then, and results can't be written.
void fill_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(stream, F_GETFD) < 0)
      static_cast<void>(::open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY));
}

// Where the environment names no zone, the C library looks at this file each time that it is asked
// for a date, unless it is told once that it is this one: libzip asks for every part of a workbook.
void name_zone() { ::setenv("TZ", ":/etc/localtime", 0); }

int run(const yokoten::CommandLine& line, const yokoten::Surroundings& surroundings) {
  if (*line.new_verb) return yokoten::new_command(surroundings, line.begun);
  if (*line.pull_verb) return yokoten::pull_command(surroundings, line.pull);
  if (*line.check_verb) return yokoten::check_command(surroundings, line.check);
  if (*line.build_verb) return yokoten::build_command(surroundings, line.build);
  if (*line.diff_verb) return yokoten::diff_command(surroundings, line.diff);
  if (*line.publish_verb) return yokoten::publish_command(surroundings, line.publish);
  if (*line.serve_verb) return yokoten::serve_command(surroundings, line.serve);
  if (*line.explain_verb) return yokoten::explain_command(surroundings, line.explain);
  if (*line.table_verb) return yokoten::table_command(surroundings, line.table);
  return yokoten::chart_command(surroundings, line.chart);
}

}  // namespace

int main(int argc, char** argv) {
  fill_closed_streams();
  name_zone();
  yokoten::end_without_memory(
      "yokoten: error memory.out no memory is left, not even for the words of the command\n");
  const Language language = yokoten::spoken_language({argv + std::min(argc, 1), argv + argc});
  yokoten::CommandLine line(language);
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    const int code = line.app.exit(problem, std::cout, std::cerr);
    return flushed(code == 0 ? yokoten::fine : yokoten::wrong_usage, language);
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
    return flushed(run(line, surroundings), language);
  } catch (const std::bad_alloc&) {
    std::cerr << no_memory;
    return yokoten::failed;
  } catch (const std::exception& problem) {
    if (std::ferror(stdout) != 0) return unsaid(language);
    std::cerr << "yokoten: " << cause_of(problem, language) << '\n';
    return yokoten::failed;
  }
}
