using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Booking.Tests;

/// <summary>What holds for the source as a whole, whoever writes the next line of it.</summary>
public sealed partial class HouseRules
{
    private const int TooLong = 300;

    [Fact]
    public void The_rules_of_the_clinic_stand_on_no_package_and_no_other_project()
    {
        var project = XDocument.Load(Checkout.At("src", "Booking", "Booking.csproj"));

        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
    }

    [Fact]
    public void The_rules_of_the_clinic_are_built_on_the_plain_runtime_alone()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var foreign = Assembly.Load("Booking").GetReferencedAssemblies()
            .Where(name => !File.Exists(Path.Combine(runtime, $"{name.Name}.dll")))
            .Select(name => name.Name);

        Assert.Empty(foreign);
    }

    [Fact]
    public void Every_file_is_short_enough_to_read_in_one_go() =>
        Assert.Empty(Written().Where(file => file.Lines.Length >= TooLong).Select(file => file.Path));

    [Fact]
    public void The_time_is_asked_of_the_clinic_and_never_of_the_machine() =>
        Assert.Empty(Where(House.Files("src", ".cs", ".cshtml"), MachineClock()));

    [Fact]
    public void Nothing_is_left_to_be_done_later() =>
        Assert.Empty(Where(Written(), PutOff()));

    private static IEnumerable<(string Path, string[] Lines)> Written() =>
        House.Files("src", ".cs", ".cshtml", ".css", ".js").Concat(House.Files("tests", ".cs"));

    private static IEnumerable<string> Where(IEnumerable<(string Path, string[] Lines)> files, Regex pattern) =>
        from file in files
        from line in file.Lines.Index()
        where pattern.IsMatch(line.Item)
        select $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}";

    [GeneratedRegex(
        @"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bTimeZoneInfo\.Local\b|\bTimeProvider\.System\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachineClock();

    // Put together, so that this file may say what it looks for.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b|NotImplemented" + "Exception",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PutOff();
}
