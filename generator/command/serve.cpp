#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>

#include <cstdio>
#include <thread>

#include "command/commands.h"
#include "command/preview_server.h"
#include "command/watched_files.h"

namespace yokoten {
namespace {

// Every open page holds one for its stream of events.
constexpr std::size_t kThreads = 32;
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
    if (finding.level != Level::note) fmt::print(stderr, "{}\n", to_line(finding, language));
  const bool ja = language == Language::ja;
  if (state.shown != state.version)
    fmt::print(stderr, "{}\n",
               ja ? "作れませんでした。直すと、また作ります"
                  : "the site was not made; it will be when this is mended");
}

/// Brings the site up to date at each change, for as long as the process lives.
void follow(Preview& preview, WatchedFiles& files, const std::stop_token& stop, Language language) {
  constexpr int kGlance = 500;  // milliseconds after which `stop` is looked at
  while (!stop.stop_requested()) {
    FileChanges changes = files.changed_within(kGlance);
    if (changes.whole && (changes.files.empty() || preview.take_in(changes.files))) continue;
    files.wait_until_still(changes);
    if (changes.files.empty() || preview.take_in(changes.files)) continue;
    preview.make();
    print_findings(preview.state(), language);
  }
}

int refused(const ServeArguments& arguments, Language language) {
  fmt::print(stderr, "{}\n",
             language == Language::ja
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
  print_findings(preview.state(), surroundings.language);
  httplib::Server server;
  limit(server);
  answer_by(server, preview, surroundings, arguments.host);
  if (!server.bind_to_port(arguments.host, arguments.port))
    return refused(arguments, surroundings.language);
  if (!files.is_watching())
    fmt::print(stderr, "{}: {}\n",
               surroundings.language == Language::ja
                   ? "変更を見張れないので、直したら serve をやり直してください"
                   : "changes can't be watched; start serve again after a change",
               files.reason());
  const std::jthread follower(
      [&](const std::stop_token& stop) { follow(preview, files, stop, surroundings.language); });
  fmt::print(stderr, "http://{}:{}/\n", arguments.host, arguments.port);
  return server.listen_after_bind() ? fine : failed;
}

}  // namespace yokoten
