#include <fmt/core.h>

#include "command/commands.h"
#include "pipeline.h"

namespace yokoten {

int check_command(const Surroundings& surroundings, const CheckArguments& arguments) {
  RealDisk disk;
  Findings findings;
  const auto seen = examined(disk, surroundings.home, arguments.folder, findings);
  if (seen) check_pages(disk, surroundings.home, *seen, findings);
  for (const Finding& finding : findings)
    fmt::print("{}\n", arguments.json ? to_json_line(finding, surroundings.language)
                                      : to_line(finding, surroundings.language));
  return blocks(findings) ? failed : fine;
}

}  // namespace yokoten
