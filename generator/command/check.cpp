#include <fmt/core.h>

#include <algorithm>

#include "check/work_list.h"
#include "command/annotated_book.h"
#include "command/commands.h"
#include "command/diagnostics.h"
#include "command/duty_list.h"
#include "command/opened_publication.h"
#include "command/work_list_form.h"
#include "pipeline.h"

namespace yokoten {
namespace {

std::string lines_of(const Findings& findings, const Surroundings& surroundings, bool json) {
  std::string lines;
  for (const Finding& finding : findings)
    lines += (json ? to_json_line(finding, surroundings.language)
                   : to_line(finding, surroundings.language)) +
             '\n';
  return lines;
}

// What is no part of the list goes to standard error then: the list is the result.
void print_work_list(const WorkList& list, const Surroundings& surroundings, bool json) {
  fmt::print("{}", json ? work_list_json(list, surroundings.language)
                        : work_list_text(list, surroundings.language));
}

// Something that is missing fails the check, though a build may go on to be looked at.
int print_duties(const Publication& publication, const std::vector<Duty>& duties,
                 const Surroundings& surroundings, bool json, int result) {
  fmt::print("{}", json ? duty_list_json(publication, duties, surroundings.language)
                        : duty_list_text(publication, duties, surroundings.language));
  const bool missing =
      std::any_of(duties.begin(), duties.end(), [](const Duty& each) { return each.blocks(); });
  return missing ? failed : result;
}

// Of what is to be written; before minutes are spent on the check.
bool has_fit_names(const CheckArguments& arguments, Findings& misuse) {
  const bool list =
      arguments.work_list_file.empty() || is_work_list_name(arguments.work_list_file, misuse);
  const bool book = arguments.annotate.empty() || is_annotation_name(arguments.annotate, misuse);
  return list && book;
}

}  // namespace

int check_command(const Surroundings& surroundings, const CheckArguments& arguments) {
  Findings misuse;
  if (!has_fit_names(arguments, misuse)) {
    tell_text(lines_of(misuse, surroundings, arguments.json));
    return wrong_usage;
  }
  RealDisk disk;
  OpenedPublication opened(surroundings, arguments.folder);
  Findings findings;
  std::optional<Examined> seen;
  if (opened.is_readable())
    seen = examined(opened.disk(), surroundings.home, opened.folder(), findings);
  const auto duties =
      seen ? check_pages(opened.disk(), surroundings.home, *seen, findings) : std::vector<Duty>{};
  const bool wants_list = arguments.work_list || !arguments.work_list_file.empty();
  const WorkList list = seen && wants_list
                            ? work_list(seen->publication, seen->areas, seen->measured, findings)
                            : WorkList{};
  findings = opened.settled(std::move(findings));
  Findings failures;
  const bool written = arguments.work_list_file.empty() || !seen ||
                       write_work_list(disk, arguments.folder, arguments.work_list_file, list,
                                       surroundings.language, failures);
  const bool annotated = arguments.annotate.empty() ||
                         write_annotated_book(surroundings, arguments, opened, findings, failures);
  tell_text(lines_of(failures, surroundings, arguments.json));
  const int result = blocks(findings) || !written || !annotated ? failed : fine;
  if ((!arguments.work_list && !arguments.duty) || !seen) {
    fmt::print("{}", lines_of(findings, surroundings, arguments.json));
    return result;
  }
  std::erase_if(findings, [](const Finding& each) { return each.level != Level::error; });
  tell_text(lines_of(findings, surroundings, arguments.json));
  if (arguments.duty)
    return print_duties(seen->publication, duties, surroundings, arguments.json, result);
  print_work_list(list, surroundings, arguments.json);
  return result;
}

}  // namespace yokoten
