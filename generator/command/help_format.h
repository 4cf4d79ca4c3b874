#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/place.h"

namespace yokoten {

/// What stands for a value of the type that CLI11 calls TEXT, INT, PATH, DIR or FILE.
std::string value_word(const std::string& type, Language language);

/// Help in one language: columns under each other also where letters are twice as wide, no line of
/// a description wider than 100 columns.
class HelpFormat : public CLI::Formatter {
 public:
  explicit HelpFormat(Language language);

  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override;
  std::string make_subcommand(const CLI::App* verb) const override;
  std::string make_option(const CLI::Option* option, bool is_positional) const override;
  std::string make_option_opts(const CLI::Option* option) const override;

 private:
  Language language_;
};

}  // namespace yokoten
