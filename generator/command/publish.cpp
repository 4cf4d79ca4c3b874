#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/text.h"
#include "command/commands.h"
#include "command/diagnostics.h"
#include "command/interrupted.h"
#include "command/shown_progress.h"
#include "model/finding.h"
#include "publish/approval.h"
#include "publish/last_published.h"
#include "publish/remote_name.h"
#include "publish/remote_target.h"
#include "publish/zip_target.h"

namespace yokoten {
namespace {

enum class TargetKind { folder, zip, remote };

TargetKind kind_of(const std::string& target) {
  if (is_remote(target)) return TargetKind::remote;
  return lower_ascii(target).ends_with(".zip") ? TargetKind::zip : TargetKind::folder;
}

/// What can't be meant; empty where nothing is wrong.
std::optional<Message> misuse(const PublishArguments& arguments, TargetKind kind) {
  const std::string& target = arguments.target;
  if (kind == TargetKind::remote && target.find("://") < target.find(','))
    return Message{"アドレスではなく、rclone の名前で書いてください（web:kpi、:sftp,host=…:kpi）",
                   "name the remote as rclone does, not by an address (web:kpi, :sftp,host=…:kpi)"};
  if (arguments.preview && kind != TargetKind::zip)
    return Message{"--preview は、公開先が zip のときだけ使えます",
                   "--preview makes a zip: let TARGET end in .zip"};
  if (arguments.rollback && kind == TargetKind::zip)
    return Message{"zip には、戻す先がありません", "a zip keeps nothing to go back to"};
  return std::nullopt;
}

/// A secret in the command is seen by everybody on the machine; it must not be said once more.
std::optional<Message> told_secret(const std::string& target) {
  const std::string option = secret_option(target);
  if (option.empty()) return std::nullopt;
  return Message{
      fmt::format("公開先の {} は秘密なので、コマンドに書かないでください（この機械の誰に"
                  "でも見えます）。rclone config で remote に名前をつけるか、環境変数"
                  "（RCLONE_WEBDAV_PASS など）に入れてください",
                  option),
      fmt::format("{} in the target is a secret, and everybody on this machine sees what "
                  "a command says; name the remote by rclone config, or put it into the "
                  "environment (RCLONE_WEBDAV_PASS …)",
                  option)};
}

std::optional<PublishExtras> extras_of(const Surroundings& surroundings,
                                       const PublishArguments& arguments, Disk& disk) {
  const auto wants = [&](const char* form) {
    return std::find(arguments.compress.begin(), arguments.compress.end(), form) !=
           arguments.compress.end();
  };
  PublishExtras extras{.gzip = wants("gzip"), .brotli = wants("brotli"), .headers = {}};
  if (!arguments.headers) return extras;
  auto headers = disk.read(surroundings.home + "/hosting/_headers");
  if (!headers) return std::nullopt;
  extras.headers = std::move(*headers);
  return extras;
}

HandedOver handed_over(Disk& disk, const PublishArguments& arguments, TargetKind kind,
                       const PublishExtras& extras, Findings& findings, Progress& progress) {
  const auto& [site, target] = std::tie(arguments.site, arguments.target);
  if (kind == TargetKind::zip)
    return hand_over_zip(disk, site, target, extras, arguments.preview, findings, progress);
  if (kind == TargetKind::remote)
    return arguments.rollback ? hand_back_remote(disk, site, target, findings, progress)
                              : hand_over_remote(disk, site, target, extras, findings, progress);
  if (arguments.rollback) return hand_back(disk, target, findings, progress);
  return hand_over(disk, site, target, extras, findings, progress);
}

Message when_interrupted(TargetKind kind) {
  if (kind == TargetKind::remote)
    return {
        "中断しました。公開先には、前のサイトのページか新しいページがあります。同じコマンドをもう"
        "一度実行すると、残りから続けます",
        "interrupted; pages of the site before and new ones stand there, each whole; the same "
        "command goes on with what is missing"};
  return {"中断しました。公開先はそのままです", "interrupted; what stands there stays as it was"};
}

HandedOver handed_over(const Surroundings& surroundings, Disk& disk,
                       const PublishArguments& arguments, TargetKind kind,
                       const PublishExtras& extras, Findings& findings) {
  if (blocks(findings)) return {};
  const AtSignal says(interrupted(surroundings, arguments.target, when_interrupted(kind)));
  ShownProgress progress(surroundings, arguments.target);
  return handed_over(disk, arguments, kind, extras, findings, progress);
}

void print_done(const PublishArguments& arguments, const HandedOver& done, bool ja) {
  if (is_remote(arguments.target))
    fmt::print(fmt::runtime(ja ? "{}: 送った{}、消した{}、前のサイトから残した{}ファイル\n"
                               : "{}: {} files sent, {} removed, {} of the site before kept\n"),
               arguments.target, done.sent, done.removed, done.kept);
  if (arguments.rollback)
    fmt::print(fmt::runtime(ja ? "{}: {} の「{}」に戻しました（{}ファイル）\n"
                               : "{}: back to {} \"{}\" ({} files)\n"),
               arguments.target, done.as_of, done.title, done.files);
  else
    fmt::print(fmt::runtime(ja ? "{} → {}: {}ファイル\n" : "{} -> {}: {} files\n"), arguments.site,
               arguments.target, done.files);
}

}  // namespace

int publish_command(const Surroundings& surroundings, const PublishArguments& arguments) {
  const bool ja = surroundings.language == Language::ja;
  const TargetKind kind = kind_of(arguments.target);
  if (const auto secret = told_secret(arguments.target)) {
    tell("{}\n", ja ? secret->ja : secret->en);
    return wrong_usage;
  }
  if (const auto wrong = misuse(arguments, kind)) {
    tell("{}: {}\n", arguments.target, ja ? wrong->ja : wrong->en);
    return wrong_usage;
  }
  RealDisk disk;
  Findings findings;
  auto extras = extras_of(surroundings, arguments, disk);
  if (!extras) {
    tell("{}/hosting/_headers: {}\n", surroundings.home, ja ? "読めません" : "can't be read");
    return failed;
  }
  if (!arguments.approval.empty())
    extras->approval = read_approval(disk, arguments.approval, findings);
  const HandedOver done = handed_over(surroundings, disk, arguments, kind, *extras, findings);
  for (const Finding& each : findings) tell("{}\n", to_line(each, surroundings.language));
  if (done.files == 0) return failed;
  const bool went_out = !arguments.preview && !arguments.rollback;
  if (went_out && !keep_published_record(disk, arguments.site))
    tell("{}: {}\n", published_file(arguments.site), disk.reason());
  print_done(arguments, done, ja);
  return fine;
}

}  // namespace yokoten
