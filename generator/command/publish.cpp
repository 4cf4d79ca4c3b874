#include <fmt/format.h>

#include "command/commands.h"
#include "model/finding.h"
#include "publish/hand_over.h"

namespace yokoten {
namespace {

// 10.0.0.5:/srv, s3://bucket, site.zip: nothing that a folder of this machine would be called.
bool is_folder(const std::string& target) {
  return target.find("://") == std::string::npos && !target.ends_with(".zip");
}

}  // namespace

int publish_command(const Surroundings& surroundings, const PublishArguments& arguments) {
  const bool ja = surroundings.language == Language::ja;
  if (!is_folder(arguments.target)) {
    fmt::print(stderr, "{}: {}\n", arguments.target,
               ja ? "公開先にできるのは、この機械のフォルダーだけです"
                  : "a site can be published to a folder of this machine only");
    return wrong_usage;
  }
  RealDisk disk;
  Findings findings;
  const HandedOver done = hand_over(disk, arguments.site, arguments.target, findings);
  for (const Finding& each : findings)
    fmt::print(stderr, "{}\n", to_line(each, surroundings.language));
  if (done.files == 0) return failed;
  fmt::print(fmt::runtime(ja ? "{} → {}: {}ファイル\n" : "{} -> {}: {} files\n"), arguments.site,
             arguments.target, done.files);
  return fine;
}

}  // namespace yokoten
