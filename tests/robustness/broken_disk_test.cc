#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "robustness/fixture.h"

namespace callwright::robustness {
namespace {

using harness::Answer;
using harness::Call;

constexpr const char* booked = "SELECT COUNT(*) FROM appointments";

class BrokenDisk : public RobustnessTest {
 protected:
  // Rings, and hears the apology and the offer to leave a message.
  bool hears_apology() {
    const Answer answer = trial_->send(trial_->new_call().arrive());
    return harness::is_apology(answer.status, answer.body) &&
           answer.body.find("<Record") != std::string::npos;
  }

  // While the disk is broken a caller hears the apology, in whatever turn, and nothing is written.
  // Once it is well the same call goes on.
  void expect_survival(const std::function<void()>& break_disk,
                       const std::function<void()>& mend_disk) {
    Call call = trial_->new_call();
    ASSERT_TRUE(trial_->talk_until(call, {}, "confirm"));
    quiet_state();
    break_disk();
    const std::string before = state_hash(trial_->file());
    const harness::Webhook yes = call.say("yes please");
    const Answer answer = trial_->send(yes);
    EXPECT_TRUE(harness::is_apology(answer.status, answer.body)) << answer.status << answer.body;
    EXPECT_TRUE(hears_apology());
    EXPECT_EQ(state_hash(trial_->file()), before);
    mend_disk();
    EXPECT_EQ(state_hash(trial_->file()), before);

    EXPECT_TRUE(eventually(std::chrono::seconds(10), [&] {
      const Answer again = trial_->send(yes);
      return again.body.find("You are booked") != std::string::npos;
    }));
    EXPECT_EQ(number(trial_->file(), booked), 1);
    Call next = trial_->new_call();
    EXPECT_TRUE(trial_->talk_until(next, {}, "confirm"));
  }
};

TEST_F(BrokenDisk, writes_that_fail_are_apologised_for_until_they_succeed) {
  begin({.technicians = 1});
  // No file may be written beyond its first page.
  expect_survival([&] { trial_->server().limit_files(4096); },
                  [&] { trial_->server().limit_files(0); });
}

TEST_F(BrokenDisk, a_full_disk_is_apologised_for_until_there_is_room) {
  const std::string disk = folder_.path() + "/disk";
  std::filesystem::create_directory(disk);
  if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=8m") != 0) {
    GTEST_SKIP() << "a small disk can only be made by root";
  }
  begin_in({.technicians = 1}, disk);
  const std::string ballast = disk + "/ballast";
  const auto fill = [&] {
    const std::vector<char> block(4096);
    std::ofstream file(ballast, std::ios::binary | std::ios::app);
    while (file.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
    }
  };
  expect_survival(
      [&] {
        // The log has room of its own, which lasts for some calls.
        for (int in_a_row = 0; in_a_row < 3;) {
          fill();
          in_a_row = hears_apology() ? in_a_row + 1 : 0;
        }
      },
      [&] { std::filesystem::remove(ballast); });
  trial_.reset();
  EXPECT_EQ(umount(disk.c_str()), 0);
}

TEST_F(BrokenDisk, a_database_that_somebody_else_holds_is_apologised_for) {
  begin({.technicians = 1});
  std::unique_ptr<WriteLock> lock;
  expect_survival([&] { lock = std::make_unique<WriteLock>(trial_->file()); },
                  [&] { lock.reset(); });
}

// The server starts all the same: without it a caller would hear the carrier's own error.
TEST_F(BrokenDisk, a_database_that_may_only_be_read_is_apologised_for_from_the_start) {
  constexpr uid_t somebody = 65'534;
  if (geteuid() != 0) GTEST_SKIP() << "only root can run the server as somebody else";
  begin({.technicians = 1});
  const std::string folder = std::filesystem::path(trial_->file()).parent_path().string();
  const auto may_write = [&](bool may) {
    ASSERT_EQ(chmod(trial_->file().c_str(), may ? 0600 : 0400), 0);
    ASSERT_EQ(chmod(folder.c_str(), may ? 0700 : 0500), 0);
  };
  const auto health = [&] { return harness::get(trial_->port(), "/health").body; };
  expect_survival(
      [&] {
        trial_->server().stop();
        ASSERT_EQ(chown(folder.c_str(), somebody, somebody), 0);
        ASSERT_EQ(chown(trial_->file().c_str(), somebody, somebody), 0);
        may_write(false);
        trial_->deployment().user = somebody;
        ASSERT_TRUE(trial_->start_server());
        EXPECT_EQ(health(), R"({"status":"degraded","database":"unavailable"})");
        EXPECT_EQ(trial_->metric("callwright_database_available"), 0);
      },
      [&] { may_write(true); });
  EXPECT_EQ(health(), R"({"status":"ok"})");
  EXPECT_EQ(trial_->metric("callwright_database_available"), 1);
}

}  // namespace
}  // namespace callwright::robustness
