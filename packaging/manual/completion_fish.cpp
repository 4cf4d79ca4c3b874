#include "described.h"

namespace yokoten::manual {
namespace {

std::string quoted(const std::string& text) {
  return "'" + replaced(replaced(text, "\\", "\\\\"), "'", "\\'") + "'";
}

std::string taken(const Value& value) {
  if (value.name.empty()) return {};
  if (!value.choices.empty()) return " -x -a " + quoted(joined(value.choices, " "));
  if (value.name == "DIR") return " -x -a '(__fish_complete_directories)'";
  return value.name == "PATH" || value.name == "FILE" ? " -r -F" : " -x";
}

std::string lines(const std::vector<Option>& options, const std::string& where) {
  std::string script;
  for (const Option& option : options) {
    std::string names;
    for (const std::string& name : option.names)
      names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    script += joined({"complete -c yokoten", where, names, taken(option.value), " -d ",
                      quoted(option.help), "\n"},
                     "");
  }
  return script;
}

bool takes_paths(const Verb& verb) {
  for (const Place& each : verb.places)
    if (each.value.name == "PATH" || each.value.name == "FILE" || each.value.name == "DIR")
      return true;
  return false;
}

}  // namespace

std::string fish_completion(const Command& command) {
  std::string script = "# Completion of yokoten " + command.version +
                       " for fish, written by packaging/manual from the program's own options.\n"
                       "complete -c yokoten -f\n" +
                       lines(command.whole.options, "");
  for (const Verb& each : command.verbs) {
    const std::string where = " -n '__fish_seen_subcommand_from " + each.name + "'";
    script += "complete -c yokoten -n __fish_use_subcommand -a " + each.name + " -d " +
              quoted(each.help) + '\n';
    for (const Option& option : each.options)
      if (option.names.back() != "--help") script += lines({option}, where);
    if (takes_paths(each)) script += "complete -c yokoten" + where + " -F\n";
  }
  return script;
}

}  // namespace yokoten::manual
