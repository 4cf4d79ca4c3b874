#include "command/preview_server.h"

#include <httplib.h>

#include <atomic>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/media_type.h"

namespace yokoten {
namespace {

constexpr std::string_view kOwn = "/_yokoten/";
constexpr int kBeat = 15000;  // milliseconds after which a silent stream shows that it lives

/// Bytes of the program's own file for the panel; empty for what there is none of.
std::string own_file(const Surroundings& surroundings, const std::string& name) {
  RealDisk disk;
  if (name != "panel.js" && name != "panel.css") return {};
  return disk.read(surroundings.home + "/templates/preview/" + name).value_or(std::string());
}

/// What readers should know of the pages that they see.
Message note_of(const PreviewState& state) {
  const bool made = state.shown == state.version;
  if (state.unchecked && made)
    return {"変わった数値を表示しています。確認の結果は、このあとに出ます。",
            "The new numbers are shown; what the checks say of them is yet to come."};
  if (state.unchecked)
    return {"表示している数値には、直すまで公開できないまちがいがあります。",
            "The numbers that are shown have a mistake; they can't go out before it is mended."};
  if (made) return {};
  return {"表示しているのは、まちがいが入る前のものです。",
          "What is shown is from before the mistake."};
}

std::string event_of(const PreviewState& state, Language language) {
  auto told = nlohmann::ordered_json::parse(findings_json(state, language));
  told["language"] = language == Language::ja ? "ja" : "en";
  told["note"] = note_of(state).in(language);
  return "event: state\ndata: " + told.dump() + "\n\n";
}

/// The streams that are open. Each holds a thread for as long as its page listens.
class Streams {
 public:
  /// A place among them, held while it lives; nullptr where there is none left.
  std::shared_ptr<const void> place() {
    if (open_.fetch_add(1) < kMostStreams) return {this, [this](const void*) { --open_; }};
    --open_;
    return nullptr;
  }

 private:
  std::atomic<int> open_{0};
};

/// Writes a state each time that there is a new one, until the reader goes away.
void stream(const Preview& preview, Language language, Streams& streams,
            httplib::Response& response) {
  response.set_header("Cache-Control", "no-store");
  auto place = streams.place();
  if (!place) {  // a browser does not ask again by itself then
    response.status = 503;
    return response.set_content("503\n", "text/plain");
  }
  response.set_chunked_content_provider(
      "text/event-stream",
      [&preview, language, place, known = 0](std::size_t, httplib::DataSink& sink) mutable {
        const PreviewState state = preview.state_after(known, kBeat);
        const std::string text =
            state.version > known ? event_of(state, language) : std::string(": still here\n\n");
        known = state.version;
        return sink.write(text.data(), text.size());
      });
}

/// The host of `127.0.0.1:8080` or `[::1]:8080`.
std::string without_port(const std::string& host) {
  const std::size_t colon = host.rfind(':');
  const bool port = colon != std::string::npos && host.find(']', colon) == std::string::npos;
  return port ? host.substr(0, colon) : host;
}

bool is_meant(const std::string& asked, const std::string& host) {
  const std::string name = without_port(asked);
  return name == host_in_address(host) || name == "localhost" || name == "127.0.0.1" ||
         name == "[::1]" || host == "0.0.0.0" || host == "::";
}

void give(httplib::Response& response, std::string bytes, const std::string& type) {
  response.set_header("Cache-Control", "no-store");
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_content(std::move(bytes), type);
}

/// What stands in for a page that there is none of.
std::string substitute(Language language, const Message& words) {
  return std::string("<!DOCTYPE html><html lang=\"") + (language == Language::ja ? "ja" : "en") +
         "\"><head><meta charset=\"utf-8\"><title>yokoten serve</title></head><body><p>" +
         words.in(language) + "</p></body></html>";
}

// While the publication can't be read at all.
std::string nothing_yet(Language language) {
  return substitute(language,
                    {"まだ表示できません。下の指摘を直すと、表示されます。",
                     "Nothing can be shown yet; it will when what is told below is mended."});
}

// Where the publication has no page for what is not there.
std::string no_such_page(Language language) {
  return substitute(language, {"このページはありません。<a href=\"/\">最初のページへ</a>",
                               "There is no such page. <a href=\"/\">To the first page</a>"});
}

void give_file(const Preview& preview, Language language, const httplib::Request& request,
               httplib::Response& response) {
  const PreviewState state = preview.state();
  const std::string path = request.path.substr(1);
  const bool is_page = path.empty() || path.ends_with('/') || path.ends_with(".html");
  if (!state.site) {
    response.status = 503;
    return give(response, is_page ? with_panel(nothing_yet(language), state.shown) : "",
                media_type(".html"));
  }
  if (auto bytes = state.site->file(path))
    return give(response, is_page ? with_panel(std::move(*bytes), state.shown) : std::move(*bytes),
                media_type(is_page ? ".html" : path));
  if (!is_page && state.site->file(path + '/')) return response.set_redirect('/' + path + '/');
  response.status = 404;
  auto lost = state.site->lost_page(path);
  give(response, with_panel(lost ? std::move(*lost) : no_such_page(language), state.shown),
       media_type(".html"));
}

}  // namespace

std::string host_in_address(const std::string& host) {
  return host.find(':') == std::string::npos ? host : '[' + host + ']';
}

void answer_by(httplib::Server& server, const Preview& preview, const Surroundings& surroundings,
               const std::string& host) {
  server.set_pre_routing_handler([host](const auto& request, auto& response) {
    const bool is_ours = is_meant(request.get_header_value("Host"), host);
    // Each part of an answer is a copy of what it asks for: thousands of them would fill the
    // memory.
    if (is_ours && request.ranges.size() <= 1) return httplib::Server::HandlerResponse::Unhandled;
    response.status = is_ours ? 416 : 421;
    response.set_content(std::to_string(response.status) + "\n", "text/plain");
    return httplib::Server::HandlerResponse::Handled;
  });
  const auto streams = std::make_shared<Streams>();
  server.Get("/_yokoten/events", [&, streams](const auto&, auto& response) {
    stream(preview, surroundings.language, *streams, response);
  });
  server.Get("/_yokoten/findings.json", [&](const auto&, auto& response) {
    give(response, findings_json(preview.state(), surroundings.language), media_type(".json"));
  });
  server.Get("/.*", [&](const httplib::Request& request, httplib::Response& response) {
    if (!request.path.starts_with(kOwn))
      return give_file(preview, surroundings.language, request, response);
    const std::string name = request.path.substr(kOwn.size());
    std::string bytes = own_file(surroundings, name);
    if (bytes.empty()) response.status = 404;
    give(response, std::move(bytes), media_type(name));
  });
}

}  // namespace yokoten
