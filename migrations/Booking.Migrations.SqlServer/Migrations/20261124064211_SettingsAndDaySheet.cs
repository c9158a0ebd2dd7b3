using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SettingsAndDaySheet : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<TimeOnly>(
                name: "DaySheetAt",
                table: "BookingRules",
                type: "time",
                nullable: false,
                defaultValue: new TimeOnly(6, 30, 0));

            migrationBuilder.AddColumn<string>(
                name: "DaySheetTo",
                table: "BookingRules",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "UndoSeconds",
                table: "BookingRules",
                type: "int",
                nullable: false,
                defaultValue: 60);

            migrationBuilder.AddColumn<bool>(
                name: "MayOverrule",
                table: "AspNetUsers",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "DaySheetEmails",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TryAgainAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DaySheetEmails", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "SettingChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Who = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    What = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    From = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    To = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettingChanges", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DaySheetEmails");

            migrationBuilder.DropTable(
                name: "SettingChanges");

            migrationBuilder.DropColumn(
                name: "DaySheetAt",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "DaySheetTo",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "UndoSeconds",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "MayOverrule",
                table: "AspNetUsers");
        }
    }
}
