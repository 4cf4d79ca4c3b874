#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/place.h"

/// The command line as what is written about it needs it: the manual page, completions of shells.
namespace yokoten::manual {

/// What follows an option, or stands in a place of its own.
struct Value {
  std::string name;                  ///< PATH, DIR, FILE, TEXT, INT; empty: nothing follows
  std::vector<std::string> choices;  ///< the only words that it can be; empty: any
  bool several = false;
};

struct Option {
  std::vector<std::string> names;  ///< as typed: -h, --help
  std::string help;
  Value value;
};

struct Place {
  std::string name, help;  ///< PUB
  bool required = false;
  Value value;
};

struct Verb {
  std::string name, help, footer;  ///< no name: what goes before any verb
  std::vector<Place> places;
  std::vector<Option> options;
};

Verb described(const CLI::App& app);

/// The verbs in the order of the help.
std::vector<Verb> described_verbs(const CLI::App& app);

struct Command {
  Language language;
  std::string version;
  Verb whole;  ///< the options that go with every verb
  std::vector<Verb> verbs;
};

std::string bash_completion(const Command& command);
std::string zsh_completion(const Command& command);
std::string fish_completion(const Command& command);

/// `page` with its marks @VERSION@, @OPTIONS@ and @VERBS@ filled.
std::string manual_page(const Command& command, std::string page);

/// The words with `between` between them.
std::string joined(const std::vector<std::string>& words, const std::string& between);

/// `text` with every `part` replaced.
std::string replaced(std::string text, const std::string& part, const std::string& by);

}  // namespace yokoten::manual
