#include <doctest/doctest.h>

#include <map>

#include "pull/request.h"

using namespace yokoten;

namespace {

Environment environment(std::map<std::string, std::string> values) {
  return [values](const std::string& name) -> std::optional<std::string> {
    const auto found = values.find(name);
    if (found == values.end()) return std::nullopt;
    return found->second;
  };
}

std::string refused(const std::string& url, const Request& request = {}) {
  const auto fault = address_fault(request, url);
  return fault ? fault->code : "";
}

}  // namespace

TEST_CASE("a header takes its value from the environment") {
  Source source;
  source.pull.headers = {{"X-Api-Key", "env:KEY"}, {"Accept", "text/csv"}};
  Request request;
  CHECK_FALSE(prepare(source, environment({{"KEY", "s3cret"}}), "https://example.jp/a", request));
  REQUIRE(request.headers.size() == 2);
  CHECK(request.headers[0].second == "s3cret");
  CHECK(request.headers[1].second == "text/csv");
  CHECK(request.headers_for == "https://example.jp:443");
}

TEST_CASE("a header whose variable is not set is a fault that names it") {
  Source source;
  source.pull.headers = {{"X-Api-Key", "env:KEY"}};
  Request request;
  const auto fault = prepare(source, environment({}), "https://example.jp/a", request);
  REQUIRE(fault.has_value());
  CHECK(fault->code == "pull.environment");
  CHECK(fault->message.en == "the environment variable KEY is not set");
}

TEST_CASE("a value with a line break makes no header") {
  Source source;
  source.pull.headers = {{"X-Api-Key", "env:KEY"}};
  Request request;
  const auto fault =
      prepare(source, environment({{"KEY", "a\r\nX: y"}}), "https://example.jp/a", request);
  REQUIRE(fault.has_value());
  CHECK(fault->message.en.find("X: y") == std::string::npos);
}

TEST_CASE("secrets are blanked as they stand and percent-encoded") {
  Secrets secrets;
  secrets.add("a/b+c");
  CHECK(secrets.blanked("x=a/b+c&y=a%2Fb%2Bc&z=abc") == "x=***&y=***&z=abc");
  CHECK(secrets.blanked("y=a%2fb%2bc") == "y=***");
  CHECK(secrets.blanked("A/B+c, a/b+") == "***, a/b+");
}

TEST_CASE("the token of an authorization is a secret by itself") {
  Secrets secrets;
  secrets.add("Bearer t0ken");
  CHECK(secrets.blanked("t0ken Bearer t0ken") == "*** ***");
}

TEST_CASE("only https is asked for, http for an insecure source") {
  Request insecure;
  insecure.insecure = true;
  CHECK(refused("https://example.jp/") == "");
  CHECK(refused("http://example.jp/") == "pull.scheme");
  CHECK(refused("http://example.jp/", insecure) == "");
  for (const char* url : {"file:///etc/passwd", "ftp://example.jp/", "gopher://example.jp/",
                          "data:text/csv,a", "dict://example.jp:11211/"})
    CHECK_MESSAGE(refused(url, insecure) != "", url);
}

TEST_CASE("addresses inside are refused in every way to write them") {
  for (const char* url : {"https://127.0.0.1/",
                          "https://[::1]/",
                          "https://2130706433/",
                          "https://0x7f.1/",
                          "https://0177.0.0.1/",
                          "https://127.1/",
                          "https://[::ffff:10.0.0.1]/",
                          "https://localhost/",
                          "https://LOCALHOST./",
                          "https://169.254.169.254/latest/meta-data/",
                          "https://0/",
                          "https://0x7f000001/",
                          "https://017700000001/",
                          "https://127.0.0.1./",
                          "https://%31%32%37.0.0.1/",
                          "https://[fe80::1%25eth0]/",
                          "https://[::ffff:7f00:1]/",
                          "https://100.64.0.1/",
                          "https://[::]/",
                          "https://4294967297/"})
    CHECK_MESSAGE(refused(url) == "pull.host", url);
}

TEST_CASE("a host that the source allows may be inside") {
  Request request;
  request.allow_hosts = {"127.0.0.1", "Files.Pref.Lan", "[::1]"};
  CHECK(refused("https://[::1]/", request) == "");
  CHECK(refused("https://127.0.0.1:8443/", request) == "");
  CHECK(refused("https://files.pref.lan/", request) == "");
  CHECK(refused("https://127.0.0.2/", request) == "pull.host");
}

TEST_CASE("an address with a password is refused") {
  CHECK(refused("https://user:secret@example.jp/") == "pull.address");
}

TEST_CASE("a redirect is read from where it stands") {
  CHECK(resolved("https://example.jp/a/b.csv?x=1", "../c.csv") == "https://example.jp/c.csv");
  CHECK(resolved("https://example.jp/a", "//files.example.jp/c#top") ==
        "https://files.example.jp/c");
  CHECK(resolved("https://example.jp/a", "file:///etc/passwd") == "file:///etc/passwd");
}
