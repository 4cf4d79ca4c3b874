#include "command/help_format.h"

#include <utility>

#include "base/line_breaks.h"
#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::size_t margin = 30, widest = 100;  // columns of a terminal
constexpr std::size_t endless = 1000;             // lines; no description is cut

/// A name with what it means beside it, or below where the name is too long.
std::string entry(const std::string& name, const std::string& meaning) {
  std::string text = "  " + name;
  std::size_t column = terminal_width(text);
  for (const std::string& line : wrapped_lines(meaning, (widest - margin) / 2.0, endless)) {
    if (column >= margin) {
      text += '\n';
      column = 0;
    }
    text += std::string(margin - column, ' ') + line;
    column = widest;
  }
  return text + '\n';
}

}  // namespace

std::string value_word(const std::string& type, Language language) {
  if (language == Language::en) return type;
  for (const auto& [english, japanese] : {std::pair{"TEXT", "文字列"},
                                          {"INT", "整数"},
                                          {"PATH", "場所"},
                                          {"DIR", "フォルダー"},
                                          {"FILE", "ファイル"}})
    if (type == english) return japanese;
  return type;
}

HelpFormat::HelpFormat(Language language) : language_(language) {
  column_width(margin);
  if (language == Language::en) return;
  label("Usage", "使い方");
  label("Positionals", "引数");
  label("Options", "オプション");
  label("OPTIONS", "オプション");
  label("SUBCOMMAND", "コマンド");
  label("REQUIRED", "（必須）");
  label("Excludes", "併用不可");
}

std::string HelpFormat::make_group(std::string group, bool is_positional,
                                   std::vector<const CLI::Option*> options) const {
  return CLI::Formatter::make_group(get_label(std::move(group)), is_positional, std::move(options));
}

std::string HelpFormat::make_subcommand(const CLI::App* verb) const {
  return entry(verb->get_display_name(true), verb->get_description());
}

std::string HelpFormat::make_option(const CLI::Option* option, bool is_positional) const {
  return entry(make_option_name(option, is_positional) + make_option_opts(option),
               make_option_desc(option));
}

// CLI11 tells type and choices in one: TEXT:{ja,en}.
std::string HelpFormat::make_option_opts(const CLI::Option* option) const {
  std::string text = CLI::Formatter::make_option_opts(option);
  if (option->get_type_size() == 0) return text;
  const std::string told = option->get_type_name();
  const std::string type = told.substr(0, told.find(':'));
  return text.replace(text.find(type), type.size(), value_word(type, language_));
}

}  // namespace yokoten
