#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "command/commands.h"

namespace yokoten {

/// The verbs and options of the program with their help: what main() reads, and what the manual
/// page and the completions of shells are made from.
struct CommandLine {
  explicit CommandLine(Language spoken);     ///< help and mistakes of typing are told in it
  CommandLine(const CommandLine&) = delete;  // the options point into it
  CommandLine& operator=(const CommandLine&) = delete;

  /// The first thing that was named, by which messages about the whole run call it.
  std::string subject() const;

  CLI::App app;
  std::string language;  ///< as typed: ja, en or empty; `spoken_language` decides
  bool quiet = false;

  NewArguments begun;
  PullArguments pull;
  CheckArguments check;
  BuildArguments build;
  ServeArguments serve;
  DiffArguments diff;
  PublishArguments publish;
  TableArguments table;
  ExplainArguments explain;
  ChartArguments chart;

  CLI::App* new_verb = nullptr;
  CLI::App* pull_verb = nullptr;
  CLI::App* check_verb = nullptr;
  CLI::App* build_verb = nullptr;
  CLI::App* serve_verb = nullptr;
  CLI::App* diff_verb = nullptr;
  CLI::App* publish_verb = nullptr;
  CLI::App* table_verb = nullptr;
  CLI::App* explain_verb = nullptr;
};

}  // namespace yokoten
