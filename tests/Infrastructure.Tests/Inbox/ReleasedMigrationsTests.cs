using System.Security.Cryptography;
using System.Text;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

/// <summary>
/// A released migration is never changed, its comments included: databases exist that it has changed. A new migration
/// adds its file and a line here; the failure of <see cref="Migration_OnceReleased_IsNeverChanged"/> prints the hash.
/// </summary>
internal sealed class ReleasedMigrationsTests
{
    [TestCase("PostgreSql/Migrations/001_follow_up.sql", "52a6f56339a4323c5156cd39971bc69b60a38b9335662634a76bb23b65dbd54a")]
    [TestCase("PostgreSql/Migrations/002_policies.sql", "a1b6c17ca483481d1906bda8acf2c706e7bec9430ab6eab5eef4541161943352")]
    [TestCase("PostgreSql/Migrations/003_shadow_policy.sql", "9ad8232c58ba41053591f2f9d3c612a70b4913b66fb1787293f0744dc0b6a083")]
    [TestCase("PostgreSql/Migrations/004_named_counts.sql", "7e6a2794a81b037efff811e08d51092fb4a8bafa36c86fa0eb783556b0b3af27")]
    [TestCase("PostgreSql/Migrations/005_rolling_upgrade.sql", "3744e6d2d3584ce572beb1e0c12370d5e68e99dfb1be8319a0b912db75943420")]
    [TestCase("PostgreSql/Migrations/006_minimum_reader.sql", "57aef09543dbebf3cd98bdf2fa3955a97462934a888e9ca7191d5b6183174e20")]
    [TestCase("PostgreSql/Migrations/007_records.sql", "55f2b6e195b5632b95962e2b2d6299127352b7a04f84baab67672137be20d38f")]
    [TestCase("Sqlite/Migrations/001_follow_up.sql", "b9776d00f17794b1e0b16ebb2542a1caf9ff5e3335bd0be54c34287ea9124a56")]
    [TestCase("Sqlite/Migrations/002_retention.sql", "3b7fae70deb1216c677de4b48cbd75e40fbecd581b9289b26b4fd1e9bf068554")]
    [TestCase("Sqlite/Migrations/003_policies.sql", "85e287a0a6c3344820dea208e18df3c8fb462b9d202caa67ef5e278ae0c1e83b")]
    [TestCase("Sqlite/Migrations/004_shadow_policy.sql", "bcf4add4265019fe6df1ba3a40e3d885edff39558e6ffc2c36d97c0456a75693")]
    [TestCase("Sqlite/Migrations/005_named_counts.sql", "c35b0fbdec4107bab94351f2989d5039eaf16cccc48522c15a1882608cb7a5ce")]
    [TestCase("Sqlite/Migrations/006_records.sql", "edc810330225b3c23b3ccb0a111e721f32fbcb5a7d730789846f229b3257010d")]
    public void Migration_OnceReleased_IsNeverChanged(string file, string sha256)
    {
        // A checkout may have converted the ends of the lines.
        var text = EmbeddedSql.Read($"Inbox/{file}").Replace("\r\n", "\n", StringComparison.Ordinal);

        Assert.That(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Is.EqualTo(sha256),
            $"{file} was changed. Restore it, and write what is to change as a new migration, with a line here.");
    }
}
