#include "platform/config/config.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace callwright {
namespace {

using Mistakes = std::vector<std::string>;

Config config_from(std::string_view toml,
                   const std::map<std::string, std::string>& environment = {}) {
  auto config = Config::from_toml(toml, "callwright.toml");
  EXPECT_TRUE(config.has_value()) << config.error().message;
  config->override_from(environment);
  return *std::move(config);
}

// A file that is gone when the test is.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view text)
      : path_(std::filesystem::temp_directory_path() /
              ("callwright-config-" + std::to_string(getpid()))) {
    std::ofstream(path_) << text;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  std::string path() const { return path_; }

 private:
  std::filesystem::path path_;
};

TEST(Config, is_read_by_dotted_names) {
  Config config = config_from("mode = 'demo'\n[http]\nport = 9090\nopen = true\n[a.b]\nc = 'deep'");
  EXPECT_EQ(config.text("mode", ""), "demo");
  EXPECT_EQ(config.integer("http.port", 8080, 1, 65'535), 9090);
  EXPECT_TRUE(config.boolean("http.open", false));
  EXPECT_EQ(config.text("a.b.c", ""), "deep");
  EXPECT_EQ(config.text("http.host", "127.0.0.1"), "127.0.0.1");
  EXPECT_EQ(config.mistakes(), Mistakes());
}

TEST(Config, is_overridden_by_the_environment) {
  Config config = config_from("[http]\nport = 9090\nbody_bytes_max = 1",
                              {{"CALLWRIGHT_HTTP_PORT", "7070"},
                               {"CALLWRIGHT_HTTP_BODY_BYTES_MAX", "2"},
                               {"PATH", "/bin"}});
  EXPECT_EQ(config.integer("http.port", 8080, 1, 65'535), 7070);
  EXPECT_EQ(config.integer("http.body_bytes_max", 0, 0, 10), 2);
  EXPECT_EQ(config.mistakes(), Mistakes());
}

TEST(Config, lists_every_mistake_at_once) {
  Config config = config_from("[http]\nport = 'many'\nopen = 1\nhosts = ['a']\nlimit = 1.5\n",
                              {{"CALLWRIGHT_HTTP_THREADS", "0"}});
  EXPECT_EQ(config.integer("http.port", 8080, 1, 65'535), 8080);
  EXPECT_FALSE(config.boolean("http.open", false));
  EXPECT_EQ(config.integer("http.threads", 2, 1, 64), 2);
  config.reject("http.open", "needs a certificate");
  EXPECT_EQ(config.mistakes(),
            (Mistakes{
                "callwright.toml:4:9: http.hosts must be a text, a whole number, true or false",
                "callwright.toml:5:9: http.limit must be a text, a whole number, true or false",
                "callwright.toml:2:8: http.port must be a whole number from 1 to 65535",
                "callwright.toml:3:8: http.open must be true or false",
                "CALLWRIGHT_HTTP_THREADS: http.threads must be a whole number from 1 to 64",
                "callwright.toml:3:8: http.open needs a certificate",
            }));
}

TEST(Config, guesses_what_an_unknown_name_meant) {
  Config config =
      config_from("[http]\nprot = 1\n[zebra]\nstripes = 2", {{"CALLWRIGHT_HTTP_PORTT", "1"}});
  config.integer("http.port", 8080, 1, 65'535);
  EXPECT_EQ(config.mistakes(),
            (Mistakes{
                "CALLWRIGHT_HTTP_PORTT is no setting; did you mean CALLWRIGHT_HTTP_PORT?",
                "callwright.toml:2:8: http.prot is no setting; did you mean http.port?",
                "callwright.toml:4:11: zebra.stripes is no setting",
            }));
}

TEST(Config, refuses_broken_toml_and_says_where) {
  const auto config = Config::from_toml("[http]\nport = = 1", "callwright.toml");
  ASSERT_FALSE(config.has_value());
  EXPECT_EQ(config.error().code, ErrorCode::Invalid);
  EXPECT_TRUE(config.error().message.starts_with("callwright.toml:2:")) << config.error().message;
}

TEST(Config, refuses_a_table_without_a_name) {
  for (const char* toml : {"[\n\n", "[", "[[\n", "[ ]", "=", "a.\n"}) {
    const auto config = Config::from_toml(toml, "callwright.toml");
    ASSERT_FALSE(config.has_value()) << toml;
    EXPECT_EQ(config.error().code, ErrorCode::Invalid) << toml;
  }
}

TEST(Config, refuses_a_name_with_letters_beyond_ascii) {
  const auto config = Config::from_toml("[server]\nŕ-port = 1\n", "callwright.toml");
  ASSERT_FALSE(config.has_value());
  EXPECT_TRUE(config.error().message.starts_with("callwright.toml:2:")) << config.error().message;
}

TEST(Config, takes_secrets_from_files) {
  const TemporaryFile file("from the file\n");
  Config config = config_from("[twilio]\nauth_token_file = '" + file.path() + "'");
  EXPECT_EQ(config.secret("twilio.auth_token"), "from the file");
  EXPECT_EQ(config.mistakes(), Mistakes());
}

TEST(Config, says_when_a_secret_cannot_be_had) {
  Config config = config_from(
      "[twilio]\nauth_token_file = '/nowhere/token'\n[stripe]\nkey = 'a'\nkey_file = 'b'");
  EXPECT_EQ(config.secret("twilio.auth_token"), "");
  EXPECT_EQ(config.secret("stripe.key"), "");
  EXPECT_EQ(
      config.mistakes(),
      (Mistakes{
          "callwright.toml:2:19: twilio.auth_token_file names \"/nowhere/token\", which cannot be "
          "read",
          "callwright.toml:4:7: stripe.key is given twice, also by stripe.key_file; remove one of "
          "them",
      }));
}

TEST(Config, never_shows_a_secret) {
  Config config = config_from("[twilio]\nauth_token = 'hush'\n[http]\nport = 1");
  EXPECT_EQ(config.secret("twilio.auth_token"), "hush");
  EXPECT_EQ(config.secret("stripe.key"), "");
  config.integer("http.port", 8080, 1, 65'535);
  std::string shown;
  for (const Config::Entry& entry : config.entries()) {
    shown += entry.key + "=" + entry.value + " (" + entry.origin + ")\n";
  }
  EXPECT_EQ(shown,
            "http.port=1 (callwright.toml:4:8)\n"
            "stripe.key=not set (default)\n"
            "stripe.key_file= (default)\n"
            "twilio.auth_token=set (callwright.toml:2:14)\n"
            "twilio.auth_token_file= (default)\n");
}

}  // namespace
}  // namespace callwright
