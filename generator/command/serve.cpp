#include <fmt/core.h>
#include <httplib.h>

#include <fstream>
#include <iterator>

#include "command/commands.h"

namespace yokoten {
namespace {

constexpr const char* loopback = "127.0.0.1";

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

int serve_command(const Surroundings& surroundings, const ServeArguments& arguments) {
  const int built = build_command(surroundings, {{arguments.folder}, {}, 0});
  if (built != fine) return built;
  const std::string site = site_folder(arguments.folder);
  httplib::Server server;
  // The library would share a port that another server has.
  server.set_socket_options([](socket_t) {});
  server.set_mount_point("/", site);
  server.set_file_extension_and_mimetype_mapping("csv", "text/csv; charset=utf-8");
  server.set_error_handler([&](const httplib::Request&, httplib::Response& response) {
    if (response.status == 404)
      response.set_content(bytes_of(site + "/404.html"), "text/html; charset=utf-8");
  });
  if (!server.bind_to_port(loopback, arguments.port)) {
    fmt::print(
        stderr, "{}\n",
        surroundings.language == Language::ja
            ? fmt::format("ポート {} は使えません。--port で別の番号を", arguments.port)
            : fmt::format("port {} can't be used; choose another by --port", arguments.port));
    return failed;
  }
  fmt::print(stderr, "http://{}:{}/\n", loopback, arguments.port);
  return server.listen_after_bind() ? fine : failed;
}

}  // namespace yokoten
