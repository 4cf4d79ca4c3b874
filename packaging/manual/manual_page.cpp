#include <sstream>

#include "command/help_format.h"
#include "described.h"

namespace yokoten::manual {
namespace {

// A hyphen is to stay one, so that what is shown can be typed; a dot that begins a line is a
// command.
std::string escaped(const std::string& text) {
  std::string roff = replaced(replaced(text, "\\", "\\e"), "-", "\\-");
  roff = replaced(roff, "'", "\\(aq");
  return roff.starts_with('.') ? "\\&" + roff : roff;
}

std::string bold(const std::string& text) { return "\\fB" + escaped(text) + "\\fR"; }
std::string slanted(const std::string& text) { return "\\fI" + escaped(text) + "\\fR"; }

std::string spelled(const Value& value, Language language) {
  if (value.name.empty()) return {};
  if (value.choices.empty()) return ' ' + slanted(value_word(value.name, language));
  std::vector<std::string> words;
  for (const std::string& each : value.choices) words.push_back(bold(each));
  return ' ' + joined(words, "|");
}

std::string paragraph(const Option& option, Language language) {
  std::vector<std::string> names;
  for (const std::string& each : option.names) names.push_back(bold(each));
  return ".TP\n" + joined(names, ", ") + spelled(option.value, language) + '\n' +
         escaped(option.help) + '\n';
}

std::string usage(const Verb& verb, Language language) {
  std::string line = bold("yokoten " + verb.name);
  for (const Place& each : verb.places) {
    const std::string name = slanted(each.name) + (each.value.several ? "\\ ..." : "");
    line += ' ' + (each.required ? name : '[' + name + ']');
  }
  return line + " [" + slanted(Message{"オプション", "options"}.in(language)) + "]\n";
}

// Indented lines are to be typed, others are read.
std::string closing(const std::string& footer) {
  std::istringstream lines(footer);
  std::string roff;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    if (line.starts_with("  "))
      roff += ".RS 4\n.nf\n" + escaped(line.substr(2)) + "\n.fi\n.RE\n";
    else
      roff += ".PP\n" + escaped(line) + '\n';
  }
  return roff;
}

std::string section(const Verb& verb, Language language) {
  std::string roff = ".SS " + verb.name + '\n' + usage(verb, language) + ".PP\n" +
                     escaped(verb.help) + Message{"。", "."}.in(language) + '\n';
  for (const Place& each : verb.places)
    roff += ".TP\n" + slanted(each.name) + '\n' + escaped(each.help) + '\n';
  for (const Option& each : verb.options)
    if (each.names.back() != "--help") roff += paragraph(each, language);
  return roff + closing(verb.footer);
}

}  // namespace

std::string manual_page(const Command& command, std::string page) {
  std::string options, verbs;
  for (const Option& each : command.whole.options) options += paragraph(each, command.language);
  for (const Verb& each : command.verbs) verbs += section(each, command.language);
  page = replaced(std::move(page), "@VERSION@", escaped(command.version));
  page = replaced(std::move(page), "@OPTIONS@\n", options);
  return replaced(std::move(page), "@VERBS@\n", verbs);
}

}  // namespace yokoten::manual
