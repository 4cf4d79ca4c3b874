#include <fmt/format.h>
#include <httplib.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <future>
#include <optional>
#include <thread>

#include "command/commands.h"
#include "command/diagnostics.h"
#include "command/preview_server.h"
#include "command/watched_files.h"

namespace yokoten {
namespace {

// Streams of events hold half of them at most.
constexpr std::size_t kThreads = 2 * kMostStreams;
constexpr int kPatience = 5;  // seconds that a client may be silent
constexpr std::size_t kLongestBody = 1024;

void limit(httplib::Server& server) {
  server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  server.set_read_timeout(kPatience);
  server.set_write_timeout(kPatience);
  server.set_keep_alive_timeout(kPatience);
  server.set_payload_max_length(kLongestBody);
  // Headers and bytes are sent one after the other; the system would hold the bytes back for 40 ms.
  server.set_tcp_nodelay(true);
  // The library would share a port that another server has; one that has just ended is free.
  server.set_socket_options([](socket_t listening) {
    const int yes = 1;
    setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
}

void print_findings(const PreviewState& state, Language language) {
  for (const Finding& finding : state.findings)
    if (finding.level != Level::note) tell("{}\n", to_line(finding, language));
  const bool ja = language == Language::ja;
  if (state.shown != state.version)
    tell("{}\n", ja ? "作れませんでした。直すと、また作ります"
                    : "the site was not made; it will be when this is mended");
}

/// Brings the site up to date at each change, for as long as the process lives. Numbers show at
/// once; the checks of them are done beside, once nothing has changed for a moment.
class Follower {
 public:
  Follower(Preview& preview, WatchedFiles& files, Language language)
      : preview_(preview), files_(files), language_(language) {}

  void run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      FileChanges changes = files_.changed_within(due_ || checked_.valid() ? kMoment : kGlance);
      if (!changes.files.empty() || !changes.whole)
        follow(changes);
      else if (checked_.valid())
        end_check();
      else if (due_ && Clock::now() >= *due_)
        begin_check();
    }
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr int kGlance = 500;  // milliseconds after which `stop` is looked at
  static constexpr int kMoment = 50;   // the same for checks that are about to begin or end
  static constexpr std::chrono::seconds kPause{1};  // before checks, at most
  static constexpr int kLeisure = 10;               // of 19

  void follow(FileChanges& changes) {
    if (changes.whole && took_in(changes.files)) return;
    files_.wait_until_still(changes);
    if (took_in(changes.files)) return;
    if (checked_.valid()) checked_.get();  // of what was there before
    due_.reset();
    preview_.make();
    print_findings(preview_.state(), language_);
  }

  bool took_in(const std::set<std::string>& files) {
    if (files.empty()) return true;
    if (!preview_.take_in(files)) return false;
    if (preview_.is_unchecked())
      due_ = Clock::now() + std::min<Clock::duration>(preview_.took() / 2, kPause);
    return true;
  }

  void begin_check() {
    due_.reset();
    checked_ = std::async(std::launch::async, [this] {
      setpriority(PRIO_PROCESS, 0, kLeisure);  // of this thread, and those that it begins
      return preview_.made();
    });
  }

  // What has changed since it began was not in it, and is due.
  void end_check() {
    if (checked_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
    const auto held = checked_.get();
    if (due_) return;
    preview_.settle(held);
    print_findings(preview_.state(), language_);
  }

  Preview& preview_;
  WatchedFiles& files_;
  Language language_;
  std::optional<Clock::time_point> due_;  // when checks are to begin
  std::future<std::shared_ptr<Preview::Held>> checked_;
};

// What may come to stand there some day is most likely a slip of the hand.
int missing(const PreviewState& state, Language language) {
  for (const Finding& finding : state.findings) tell("{}\n", to_line(finding, language));
  return failed;
}

int refused(const ServeArguments& arguments, Language language) {
  tell("{}\n", language == Language::ja
                   ? fmt::format("{} のポート {} は使えません。--port で別の番号を", arguments.host,
                                 arguments.port)
                   : fmt::format("port {} of {} can't be used; choose another by --port",
                                 arguments.port, arguments.host));
  return failed;
}

}  // namespace

int serve_command(const Surroundings& surroundings, const ServeArguments& arguments) {
  Preview preview(surroundings, arguments.folder);
  WatchedFiles files(preview.places());
  preview.make();
  if (!RealDisk().exists(arguments.folder)) return missing(preview.state(), surroundings.language);
  print_findings(preview.state(), surroundings.language);
  httplib::Server server;
  limit(server);
  answer_by(server, preview, surroundings, arguments.host);
  if (!server.bind_to_port(arguments.host, arguments.port))
    return refused(arguments, surroundings.language);
  if (!files.is_watching())
    tell("{}: {}\n",
         surroundings.language == Language::ja
             ? "変更を見張れないので、直したら serve をやり直してください"
             : "changes can't be watched; start serve again after a change",
         files.reason());
  Follower follower(preview, files, surroundings.language);
  const std::jthread following([&](const std::stop_token& stop) { follower.run(stop); });
  tell("http://{}:{}/\n", host_in_address(arguments.host), arguments.port);
  return server.listen_after_bind() ? fine : failed;
}

}  // namespace yokoten
